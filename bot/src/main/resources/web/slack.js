/* Draws the part of Block Kit that Rapport sends as Slack's desktop app shows it. Words become text
   nodes, so that nothing in them can become markup. */

const EMOJI = { warning: "\u26a0\ufe0f", blue_heart: "\ud83d\udc99", white_check_mark: "\u2705", bulb: "\ud83d\udca1" };
const ICON = new URL("./icon.svg", import.meta.url);

export function drawSlack(place, reply, press) {
  const message = element("div", "message");
  if (reply.privately) {
    message.append(element("p", "only-you", "Only visible to you"));
  }
  const body = element("div", "body");
  body.append(from());
  const blocks = reply.slack.blocks ?? reply.slack;
  blocks.forEach((block) => body.append(drawBlock(block, press)));
  message.append(face(), body);
  place.append(message);
}

export function face() {
  const image = element("img", "face");
  image.src = ICON;
  image.alt = "";
  return image;
}

export function element(tag, className = "", words = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.append(words);
  return made;
}

function from() {
  const line = element("p", "from");
  line.append(element("strong", "", "Rapport"), element("span", "app", "APP"));
  return line;
}

function drawBlock(block, press) {
  switch (block.type) {
    case "header":
      return element("h4", "", block.text.text);
    case "section":
      return drawText("text", block.text);
    case "context":
      return block.elements.reduce((all, text) => {
        all.append(drawText("small", text));
        return all;
      }, document.createDocumentFragment());
    case "actions":
      return drawButtons(block.elements, press);
    case "context_actions":
      return drawFeedback(block.elements[0], press);
    case "divider":
      return element("hr");
    default:
      throw new Error(`Rapport sends no Slack block of the type ${block.type}`);
  }
}

function drawButtons(buttons, press) {
  const row = element("div", "buttons");
  for (const { text, value, style, action_id: id } of buttons) {
    const button = element("button", style, text.text);
    button.type = "button";
    button.addEventListener("click", () => press(kind(id), value));
    row.append(button);
  }
  return row;
}

/* Slack draws the two as thumbs; their words are what a screen reader says. */
function drawFeedback({ positive_button: positive, negative_button: negative }, press) {
  const row = element("div", "buttons");
  for (const { text, value } of [positive, negative]) {
    const button = element("button", "", text.text);
    button.type = "button";
    button.addEventListener("click", () => press(...value.split(" ", 2)));
    row.append(button);
  }
  return row;
}

/* An action id has the kind of the action in it, among what makes the id the only one of its kind. */
function kind(id) {
  return id.match(/\b(ask|rate-yes|rate-no|open|read-all)\b/)[0];
}

function drawText(className, { type, text }) {
  const place = element("div", className);
  if (type === "mrkdwn") {
    drawLines(place, text);
  } else {
    place.append(text);
  }
  return place;
}

/* Lines that start with > are one quotation as long as they follow each other. */
function drawLines(place, mrkdwn) {
  let quote = null;
  let first = true;
  for (const line of mrkdwn.split("\n")) {
    const quoted = line.match(/^(?:>|&gt;) ?(.*)$/);
    if (quoted && !quote) {
      quote = element("blockquote");
      place.append(quote);
      first = true;
    } else if (!quoted && quote) {
      quote = null;
      first = true;
    }
    const target = quote ?? place;
    if (!first) {
      target.append("\n");
    }
    drawSpans(target, quoted ? quoted[1] : line);
    first = false;
  }
}

const SPANS =
  /<(https?:[^|>]+)(?:\|([^>]*))?>|(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])|(?<![\w_])_(\S(?:[^_]*\S)?)_(?![\w_])|(?<![\w~])~(\S(?:[^~]*\S)?)~(?![\w~])|`([^`]+)`/g;

function drawSpans(place, mrkdwn) {
  let done = 0;
  for (const match of mrkdwn.matchAll(SPANS)) {
    place.append(words(mrkdwn.slice(done, match.index)), drawSpan(match));
    done = match.index + match[0].length;
  }
  place.append(words(mrkdwn.slice(done)));
}

function drawSpan([, url, label, bold, italic, struck, code]) {
  if (url) {
    const link = element("a", "", words(label ?? url));
    link.href = words(url);
    link.target = "_blank";
    link.rel = "noreferrer";
    return link;
  }
  if (code) {
    return element("code", "", words(code));
  }
  const span = element(bold ? "strong" : italic ? "em" : "s");
  drawSpans(span, bold ?? italic ?? struck);
  return span;
}

function words(mrkdwn) {
  return mrkdwn
    .replace(/:([a-z_]+):/g, (code, name) => EMOJI[name] ?? code)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
