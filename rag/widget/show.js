/* What is seen: nodes made from values. Text from anywhere goes in as text, addresses only if they are http or https. */

const SCRIPTS = { zh: /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u };

/** A node: `make("p", {class: "said", lang: "en"}, "text", otherNode)`; what is null is left out. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) node.setAttribute(name, value);
  node.append(...children.filter((child) => child != null));
  return node;
}

/** One question with what is known of its answer so far, in the words of one language. */
function turnNodes(turn, say, service, retry) {
  const { question, answer, claims, passages } = turn;
  const asked = make("h3", { dir: "auto" }, question);
  const read = answer && answer.resolved_question !== question ? answer.resolved_question : null;
  return [
    asked,
    read && make("p", { class: "read-as" }, `${say("read_as")} `, make("bdi", {}, read)),
    answer && opening(answer, say),
    claims.length ? make("ol", {}, ...claims.map((one, n) => claimNode(one, claims[n - 1], turn, say, service))) : null,
    turn.busy && make("p", { class: "busy" }, say("searching")),
    turn.failure && failureNode(turn.failure, say, service, retry),
    ...(answer ? closing(answer, say, service) : []),
  ].filter(Boolean);
}

/** What stands before the claims: the answer's message, as a notice where it refuses or corrects. */
function opening(answer, say) {
  const message = make("p", { lang: answer.language, dir: "auto" }, answer.message);
  if (answer.reason === null) {
    message.className = "message";
    return message;
  }
  return make("div", { class: "notice" }, message);
}

function claimNode(claim, before, { answer, passages }, say, service) {
  const tongue = claimLanguage(claim, answer);
  const fresh = (one) => one.quote && one.quote !== claim.text && !quotedIn(before, one);
  return make(
    "li",
    { class: "claim", dir: direction(tongue) },
    make("p", { class: "said", lang: tongue }, claim.text),
    ...claim.citations.filter(fresh).map((one) => quoteNode(one, passages, before)),
    ...claim.citations.map((one) => citationNode(one, say, service)),
  );
}

function quotedIn(claim, citation) {
  return Boolean(claim?.citations.some((one) => isSame(one, citation) && one.quote === citation.quote));
}

function isSame(one, other) {
  return one.instrument === other.instrument && one.locator === other.locator;
}

/** The words that a list item stands under, where they came with the answer. */
function chapeaux(citation, passages) {
  return passages
    .map((passage) => passage.citation)
    .filter((one) => one.quote && one.language === citation.language && stands(citation, one))
    .sort((one, other) => one.locator.length - other.locator.length);
}

function stands(item, under) {
  return item.instrument === under.instrument && item.locator.startsWith(`${under.locator}(`);
}

/** Official words, letter for letter; an item after its chapeau, unless the claim before has just shown that. */
function quoteNode(citation, passages = [], before = null) {
  const above = chapeaux(citation, passages);
  const fresh = above.filter((one) => !before?.citations.some((item) => item.quote && (isSame(item, one) || stands(item, one))));
  const [letter] = above.length ? (/\([^)]+\)$/.exec(citation.locator) ?? []) : [];
  return make(
    "blockquote",
    { lang: citation.language, dir: direction(citation.language) },
    ...fresh.map((one) => make("p", {}, one.quote)),
    make("p", {}, letter ? `${letter} ` : null, citation.quote),
  );
}

function direction(language) {
  return language === "ar" ? "rtl" : "ltr";
}

/** A quote is in the language of its citation; else the script decides, and among those of Latin letters the answer. */
function claimLanguage(claim, answer) {
  const quoted = claim.citations.find((one) => one.quote === claim.text);
  const written = Object.keys(SCRIPTS).find((name) => SCRIPTS[name].test(claim.text));
  return quoted?.language ?? written ?? (answer && !(answer.language in SCRIPTS) ? answer.language : "en");
}

function citationNode(citation, say, service) {
  const badge = (key, kind = "") => [make("span", { class: "hidden" }, ", "), make("bdi", { class: `badge ${kind}` }, say(key))];
  return make(
    "p",
    { class: "cited" },
    link(citation, say, service),
    ...badge(citation.text_status, citation.text_status),
    ...badge(citation.binding),
    ...badge(citation.modality),
  );
}

/** A citation's label as a link to its page. */
function link(citation, say, service) {
  const path = ["p", citation.instrument, citation.locator].map(encodeURIComponent).join("/");
  return make(
    "a",
    { href: new URL(path, service.base).href, target: "_blank", rel: "noopener noreferrer" },
    make("bdi", {}, citation.label),
    make("span", { class: "hidden" }, ` (${say("new_tab")})`),
  );
}

/** What stands after the claims: nearest provisions of a refusal, see also, how it was checked. */
function closing(answer, say, service) {
  const near = answer.nearest.map((one) =>
    make("li", { class: "near", dir: direction(one.language) }, citationNode(one, say, service), one.quote && quoteNode(one)),
  );
  const also = answer.see_also.map((one) => make("li", {}, link(one, say, service)));
  return [
    near.length ? make("h4", {}, say("nearest")) : null,
    near.length ? make("ul", {}, ...near) : null,
    also.length ? make("h4", {}, say("see_also")) : null,
    also.length ? make("ul", { class: "also" }, ...also) : null,
    make("p", { class: "foot" }, ...checks(answer, say).map((line) => make("span", { dir: "auto" }, `${line} `))),
  ];
}

function checks(answer, say) {
  const against = new Set(answer.claims.map((claim) => claim.verdict.against));
  return [
    against.has("digest") ? say("checked_digest") : against.has("official") ? say("checked_official") : null,
    answer.engine.llm ? say("drafted", { llm: answer.engine.llm }) : null,
    say("version", { version: answer.corpus_version }),
  ].filter(Boolean);
}

/** Why there is no answer, what helps, and a way to try again. */
function failureNode(failure, say, service, retry) {
  const cures = {
    unreachable: `PINPOINT_ALLOWED_ORIGINS=${location.origin}`,
    needs_key: '<pinpoint-ask key="…">',
  };
  const again = make("button", { type: "button", class: "plain" }, say("again"));
  again.addEventListener("click", retry);
  return make(
    "div",
    { class: "notice" },
    make("p", { dir: "auto" }, say(failure.kind, failure.values)),
    failure.told ? make("p", { dir: "auto" }, failure.told) : null,
    cures[failure.kind] ? make("p", {}, make("code", { dir: "ltr" }, cures[failure.kind])) : null,
    service ? make("p", {}, again) : null,
  );
}
