/* The Markdown that Teams reads in a text block: bold, italics, links, lists and escapes. All else is
   escaped first, so that no markup but ours comes out. */

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (words) => words.replace(/[&<>"']/g, (character) => ENTITIES[character]);

const SPANS =
  /\\([!-/:-@[-`{-~])|\[((?:\\.|[^\]\\])*)\]\((https?:(?:\\.|[^)\s\\])+)\)|(\*\*|__)(?=\S)((?:\\.|[^\\])*?\S)\4|(?<!\w)([*_])(?=\S)((?:\\.|[^\\])*?\S)\6(?!\w)/g;

const LIST = /^(?:([-*+])|(\d+)[.)]) +/;

export function toHtml(markdown) {
  return markdown
    .split(/\n{2,}/)
    .map((part) => block(part.split(/\r?\n/)))
    .join("");
}

function block(lines) {
  const kind = lines[0].match(LIST);
  if (!kind || !lines.every((line) => LIST.test(line))) {
    return `<p>${lines.map(spans).join("<br>")}</p>`;
  }
  const items = lines.map((line) => `<li>${spans(line.replace(LIST, ""))}</li>`).join("");
  return kind[1] ? `<ul>${items}</ul>` : `<ol start="${Number(kind[2])}">${items}</ol>`;
}

function spans(text) {
  let html = "";
  let done = 0;
  for (const match of text.matchAll(SPANS)) {
    html += escape(text.slice(done, match.index)) + span(match);
    done = match.index + match[0].length;
  }
  return html + escape(text.slice(done));
}

function span([, escaped, label, url, , bold, , italic]) {
  if (escaped) {
    return escape(escaped);
  }
  if (url) {
    const address = url.replace(/\\(.)/g, "$1");
    return `<a href="${escape(address)}" target="_blank" rel="noreferrer">${spans(label)}</a>`;
  }
  return bold ? `<strong>${spans(bold)}</strong>` : `<em>${spans(italic)}</em>`;
}
