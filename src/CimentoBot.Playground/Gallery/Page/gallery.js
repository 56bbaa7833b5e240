"use strict";

// Query parameters: card, language (fr|en), theme (light|dark), width (320|400|560), unfold (true), text (200: letters of twice the size). One that is absent stands for all.
const query = new URLSearchParams(location.search);
const widths = ["320", "400", "560"];
const themes = ["light", "dark"];
const languages = ["fr", "en"];
const enlargement = query.get("text") === "200" ? 2 : 1;

/** Teams shows no headings, tables, images, code or block quotes in a card's Markdown. */
const markdown = window.markdownit({ html: false, linkify: false })
  .disable(["heading", "lheading", "table", "image", "code", "fence", "blockquote", "hr"]);
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

function chosen(name, all) {
  const value = query.get(name);
  return value ? [value] : all;
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function offerChoice(names) {
  const form = document.getElementById("choice");
  for (const [name, values] of [["card", names], ["language", languages], ["theme", themes], ["width", widths]]) {
    const select = make("select", { name }, make("option", { value: "", textContent: "all" }),
      ...values.map(value => make("option", { value, textContent: value, selected: query.get(name) === value })));
    select.addEventListener("change", () => form.submit());
    form.append(make("label", {}, name + " ", select));
  }
}

/** What the library has to say against a card: while it reads it, and about ids and limits afterwards. */
function read(json, hostConfig) {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  // The library tests "lang" with a global expression that remembers where it stopped: without this, every second card is warned of.
  AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
  // The library's own default is 5; Teams shows six.
  card.hostConfig = new AdaptiveCards.HostConfig({ ...hostConfig, actions: { ...hostConfig.actions, maxActions: 6 } });
  card.parse(json, context);
  const warnings = [];
  for (let i = 0; i < context.eventCount; i++) {
    warnings.push(context.getEventAt(i).message);
  }
  for (const failure of card.validateProperties().validationEvents) {
    warnings.push(failure.message);
  }
  return { card, warnings };
}

/** Letters of twice the size, as somebody sets them who needs them. */
function enlarged(hostConfig) {
  const type = hostConfig.fontTypes.default;
  const fontSizes = Object.fromEntries(Object.entries(type.fontSizes).map(([name, size]) => [name, size * enlargement]));
  return { ...hostConfig, fontTypes: { ...hostConfig.fontTypes, default: { ...type, fontSizes } } };
}

function show(entry, theme, width, hostConfig) {
  const { card, warnings } = read(entry.card, enlarged(hostConfig));
  const sent = document.getElementById("sent");
  card.onExecuteAction = action => {
    sent.hidden = false;
    sent.textContent = JSON.stringify({ type: action.getJsonTypeName(), verb: action.verb, data: action.data }, null, 1);
  };
  const frame = make("div", { className: "frame" }, card.render());
  frame.style.width = width + "px";
  frame.lang = entry.language;
  frame.dataset.text = String(100 * enlargement);
  frame.style.background = hostConfig.containerStyles.default.backgroundColor;
  if (query.get("unfold") === "true") {
    frame.dataset.unfolded = String(unfold(card));
  }
  const figure = make("figure", {}, make("figcaption", { textContent: `${entry.name} · ${entry.language} · ${theme} · ${width} px` }), frame,
    make("ul", { className: "warnings" }, ...warnings.map(warning => make("li", { textContent: warning }))));
  Object.assign(figure.dataset, { card: entry.name, language: entry.language, theme, width, warnings: JSON.stringify(warnings) });
  return { figure, warnings };
}

/** Shows everything that a button of the card would; tells whether there was anything to unfold. */
function unfold(card) {
  const items = [card];
  let unfolded = false;
  while (items.length > 0) {
    const item = items.pop();
    if (!item.isVisible) {
      unfolded = true;
      item.isVisible = true;
    }
    for (let i = 0; i < (item.getItemCount?.() ?? 0); i++) {
      items.push(item.getItemAt(i));
    }
  }
  return unfolded;
}

async function themed(theme) {
  const [config, css] = await Promise.all([fetch(`/lib/teams-${theme}.json`), fetch(`/lib/teams-${theme}.css`)]);
  // Both themes may stand on the page: each one's rules are kept to its own figures.
  const sheet = new CSSStyleSheet();
  await sheet.replace(await css.text());
  const rules = [...sheet.cssRules].filter(rule => rule.selectorText).map(rule =>
    rule.selectorText.split(",").map(part => `figure[data-theme="${theme}"] ${part.trim()}`).join(", ") + rule.cssText.slice(rule.cssText.indexOf("{")));
  document.head.insertBefore(make("style", { textContent: rules.join("\n") }), document.querySelector('link[href="/gallery.css"]'));
  return config.json();
}

async function main() {
  const cards = await (await fetch("/cards.json")).json();
  const names = [...new Set(cards.map(card => card.name))];
  offerChoice(names);
  const wanted = cards.filter(card => chosen("card", names).includes(card.name) && chosen("language", languages).includes(card.language));
  const all = [];
  const place = document.getElementById("cards");
  for (const theme of chosen("theme", themes)) {
    const hostConfig = await themed(theme);
    for (const entry of wanted) {
      for (const width of chosen("width", widths)) {
        const { figure, warnings } = show(entry, theme, width, hostConfig);
        place.append(figure);
        all.push(...warnings.map(warning => ({ card: entry.name, language: entry.language, warning })));
      }
    }
  }
  document.getElementById("warnings").textContent = JSON.stringify(all);
  document.body.dataset.ready = "true";
}

main().catch(failure => {
  document.body.dataset.ready = "failed";
  document.getElementById("cards").textContent = String(failure);
});
