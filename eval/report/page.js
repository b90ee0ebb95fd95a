"use strict";
// Failures drawn from the JSON in this page, a few dozen at a time; every word is set as text, never as markup.
(() => {
  const STEP = 30;
  const failures = JSON.parse(document.getElementById("failures-data").textContent);
  const form = document.querySelector("form");
  const list = document.getElementById("list");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  let chosen = failures;
  let shown = 0;

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const words = (name, className, text) => {
    const element = make(name, className, text);
    element.dir = "auto";
    return element;
  };
  const chips = (references, needed = [], allowed = []) => {
    const place = make("dd", "references");
    if (!references.length) place.textContent = "nothing";
    references.forEach((reference) => {
      if (needed.includes(reference)) place.append(make("mark", "needed", reference));
      else if (allowed.includes(reference)) place.append(make("mark", "allowed", reference));
      else place.append(make("span", "", reference));
    });
    return place;
  };
  const claim = (said) => {
    const item = make("li");
    item.append(words("div", "text", said.text));
    const why = make("div", "why");
    why.append(make("span", `verdict ${said.verdict}`, said.verdict.replaceAll("_", " ")));
    why.append(` ${said.citations.join(", ")}${said.reason ? ` – ${said.reason}` : ""}`);
    item.append(why);
    if (said.aligned) {
      const aligned = make("div", "why", "Aligned words: ");
      aligned.append(words("q", "", said.aligned));
      item.append(aligned);
    }
    return item;
  };
  const claims = (found) => {
    const place = make("ul", "claims");
    found.forEach((said) => place.append(claim(said)));
    return place;
  };
  const folded = (title, content) => {
    const place = make("details");
    place.append(make("summary", "", title), content);
    return place;
  };
  const article = (one) => {
    const card = make("article");
    const key = make("div", "key");
    [one.key, one.type.replaceAll("_", " "), one.language, one.dataset, one.split].forEach((word) => key.append(make("span", "", word)));
    card.append(key);
    one.before.forEach((earlier) => card.append(words("p", "before", `Before: ${earlier}`)));
    card.append(words("p", "question", one.question), make("p", "fault", one.fault));
    const facts = make("dl");
    facts.append(make("dt", "", "Due"), make("dd", "", one.expected), make("dt", "", "Came"), make("dd", "", one.status));
    facts.append(make("dt", "", "Needed"), chips(one.needed), make("dt", "", "Cited"), chips(one.cited, one.needed, one.allowed));
    facts.append(make("dt", "", "Found, best first"), chips(one.found, one.needed, one.allowed));
    if (one.allowed.length) facts.append(make("dt", "", "Would also do"), chips(one.allowed));
    card.append(facts);
    one.corrections.forEach((text) => card.append(words("p", "before", `Correction: ${text}`)));
    if (one.claims.length) card.append(folded(`What was said (${one.claims.length})`, claims(one.claims)));
    if (one.dropped.length) card.append(folded(`Claims that were held back (${one.dropped.length})`, claims(one.dropped)));
    return card;
  };
  const draw = () => {
    const next = chosen.slice(shown, shown + STEP);
    next.forEach((one) => list.append(article(one)));
    shown += next.length;
    more.hidden = shown >= chosen.length;
    count.textContent = `${chosen.length} of ${failures.length} failures` + (shown < chosen.length ? `, ${shown} shown` : "");
  };
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const text = wanted.text.trim().toLocaleLowerCase();
    chosen = failures.filter(
      (one) =>
        ["type", "language", "dataset", "wrong"].every((field) => !wanted[field] || one[field] === wanted[field]) &&
        (!text || [one.key, one.question, one.fault, ...one.needed, ...one.cited].join("\n").toLocaleLowerCase().includes(text)),
    );
    list.replaceChildren();
    shown = 0;
    draw();
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", draw);
  filter();
})();
