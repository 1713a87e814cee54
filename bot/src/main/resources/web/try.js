import { drawSlack } from "./slack.js";

const part = (id) => document.getElementById(id);
const form = part("ask");
const question = part("question");
const submit = form.querySelector("button");
const result = part("result");
const tabs = [part("tab-slack"), part("tab-teams")];

let shown = null;
let latest = 0;

/* Sends what the person did. A later question overtakes an earlier one that is still on its way. */
async function send(what) {
  const turn = ++latest;
  busy(true);
  try {
    const response = await fetch("/try/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ visitor: form.dataset.visitor, ...what }),
    });
    const body = await response.json();
    if (turn !== latest) {
      return null;
    }
    if (!response.ok) {
      throw new Error(`The server said: ${body.error}. Request ${body.requestId}.`);
    }
    return body;
  } catch (failure) {
    if (turn === latest) {
      report(failure instanceof TypeError ? "Rapport cannot be reached. Is it still running?" : failure.message);
    }
    return null;
  } finally {
    if (turn === latest) {
      busy(false);
    }
  }
}

function busy(is) {
  result.setAttribute("aria-busy", is);
  submit.setAttribute("aria-disabled", is);
  if (is) {
    part("problem").hidden = true;
    part("status").textContent = "Looking for an answer";
  }
}

function report(problem) {
  part("problem").textContent = problem;
  part("problem").hidden = false;
  part("status").textContent = "";
}

async function ask(words, what = { question: words }) {
  const reply = await send(what);
  if (!reply) {
    return;
  }
  shown = { reply, rated: null };
  part("asked").textContent = words.trim() || "\u2026";
  part("answer").innerHTML = reply.html;
  part("answer").append(afterwards());
  part("examples").open = false;
  result.hidden = false;
  part("status").textContent = `Answer: ${reply.summary}`;
  drawChat();
  part("asked").focus();
}

/* What is said to a rating or a form comes below the answer, as it does in chat; so does a form. */
async function below(what) {
  const reply = await send(what);
  if (!reply) {
    return;
  }
  if (reply.slack) {
    shown.rated = reply;
  }
  const place = part("answer").querySelector(".rated");
  place.innerHTML = reply.html;
  part("status").textContent = reply.summary;
  drawChat();
  focusOn(place);
}

/* A form begins at its heading, or at what is to be mended in it. */
function focusOn(place) {
  const wrong = place.querySelector("[aria-invalid]");
  const first = wrong?.matches("fieldset") ? wrong.querySelector("input") : wrong;
  (first ?? place.querySelector("form h3"))?.focus();
}

function press(kind, value) {
  if (kind === "ask") {
    ask(value, { kind, value });
  } else {
    below({ kind, value });
  }
}

function sendForm(filled) {
  const entered = {};
  for (const [field, typed] of new FormData(filled)) {
    (entered[field] ??= []).push(typed);
  }
  below({ form: filled.dataset.form, about: filled.dataset.about, entered });
}

function afterwards() {
  const place = document.createElement("div");
  place.className = "rated";
  return place;
}

/* Draws the answer in the tab that is open; Teams' renderer is fetched when it is first needed. */
async function drawChat() {
  if (!shown) {
    return;
  }
  const { reply, rated } = shown;
  const place = part(openTab().getAttribute("aria-controls"));
  const focused = place.contains(document.activeElement);
  const draw = place.id === "slack" ? drawSlack : (await import("./teams.js")).drawTeams;
  if (shown.reply !== reply || shown.rated !== rated) {
    return;
  }
  const below = afterwards();
  if (rated) {
    draw(below, rated, press);
  }
  place.replaceChildren();
  draw(place, reply, press);
  place.append(below);
  if (focused) {
    place.focus();
  }
}

function openTab() {
  return tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
}

function choose(chosen) {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
    part(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
  }
  drawChat();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(question.value);
});

question.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

part("examples").addEventListener("click", ({ target }) => {
  if (target.matches("button")) {
    question.value = target.textContent;
    ask(target.textContent);
  }
});

part("answer").addEventListener("click", ({ target }) => {
  if (target.matches("button[data-kind]")) {
    press(target.dataset.kind, target.dataset.value);
  }
});

part("answer").addEventListener("submit", (event) => {
  event.preventDefault();
  sendForm(event.target);
});

for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const other = tabs.find((one) => one !== tab);
      choose(other);
      other.focus();
    }
  });
}
