/* Draws a card with the renderer that Microsoft publishes for Adaptive Cards, in Teams' light theme. */

import { element, face } from "./slack.js";
import { HOST } from "./teams-host.js";
import { toHtml } from "./teams-markdown.js";

await loadRenderer();
const { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction } = window.AdaptiveCards;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toHtml(text);
  result.didProcess = true;
};

function loadRenderer() {
  const script = document.createElement("script");
  script.src = new URL("./vendor/adaptivecards-3.0.6/adaptivecards.min.js", import.meta.url);
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new TypeError("The renderer of Adaptive Cards cannot be loaded"));
  });
  document.head.append(script);
  return loaded;
}

export function drawTeams(place, reply, press) {
  const message = element("div", "message");
  const body = element("div", "body");
  const frame = element("div", "card-frame");
  frame.append(render(reply.teams, press));
  body.append(element("p", "from", "Rapport"), frame);
  message.append(face(), body);
  place.append(message);
}

function render(json, press) {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(HOST);
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) {
      window.open(action.url, "_blank", "noreferrer");
    } else if (action instanceof ExecuteAction) {
      press(action.verb, action.data.value);
    }
  };
  card.parse(json);
  return card.render();
}
