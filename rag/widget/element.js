/* The element <pinpoint-ask>: a form, the answers under it, all in a shadow root, so that neither page nor widget disturbs the other. */

const OWN = document.currentScript;
const HOME = OWN?.src ? new URL(".", OWN.src).href : document.baseURI;
const DARK = matchMedia("(prefers-color-scheme: dark)");

class PinpointAsk extends HTMLElement {
  static observedAttributes = ["lang", "theme", "endpoint", "key", "heading"];

  #root = this.attachShadow({ mode: "open" });
  #turns = [];
  #stop = null; // ends the question that is under way
  #node = {};
  #onTheme = () => this.#dress();

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#build();
  }

  connectedCallback() {
    DARK.addEventListener("change", this.#onTheme);
    this.#draw();
  }

  disconnectedCallback() {
    DARK.removeEventListener("change", this.#onTheme);
    this.#stop?.abort();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#draw();
  }

  /** Ask a question as if it had been typed; resolves to the answer, or null where there is none. */
  async ask(question) {
    const turn = { question: question.trim(), answer: null, claims: [], passages: [], busy: true, failure: null };
    if (!turn.question) return this.#tell("empty");
    const history = this.#turns.filter((one) => one.answer).map((one) => one.question);
    turn.node = make("article", { class: "turn" });
    this.#turns.push(turn);
    this.#node.turns.prepend(turn.node);
    return this.#follow(turn, history);
  }

  async #follow(turn, history) {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    Object.assign(turn, { answer: null, claims: [], passages: [], busy: true, failure: null });
    this.#draw();
    this.#tell("searching");
    try {
      const service = this.#service();
      for await (const { name, data } of answerEvents(service, turn.question, history, stop.signal)) {
        if (name === "passages") turn.passages = data.passages;
        if (name === "claim") turn.claims.push(data);
        if (name === "answer") Object.assign(turn, { answer: data, claims: data.claims });
        this.#paint(turn);
      }
    } catch (error) {
      turn.failure = this.#failure(turn, error, stop.signal);
    }
    turn.busy = false;
    if (this.#stop === stop) this.#stop = null;
    if (this.#turns.includes(turn)) {
      this.#draw();
      this.#report(turn);
    }
    return turn.answer;
  }

  /** Why there is no answer, null where it had come whole; of one that does not have the form of an answer nothing is kept. */
  #failure(turn, error, signal) {
    if (turn.answer && (signal.aborted || error instanceof NoAnswer)) return null;
    if (signal.aborted) return new NoAnswer("stopped");
    if (error instanceof NoAnswer) return error;
    console.error(error);
    Object.assign(turn, { answer: null, claims: [], passages: [] });
    return new NoAnswer("failed");
  }

  /** Tell whoever does not see the page, and the page itself, how it ended. */
  #report(turn) {
    if (turn.failure) return this.#tell(turn.failure.kind, turn.failure.values);
    const { answer } = turn;
    this.#node.status.textContent = answer.claims.length
      ? `${this.#say("found", { count: answer.claims.length })} ${answer.message}`
      : answer.message;
    this.dispatchEvent(new CustomEvent("pinpoint-answer", { detail: answer, bubbles: true, composed: true }));
  }

  #tell(key, values) {
    this.#node.status.textContent = this.#say(key, values);
    return null;
  }

  /** Where answers come from; throws NoAnswer where the attribute is no address. */
  #service() {
    const written = this.getAttribute("endpoint") || HOME;
    try {
      const base = new URL(written.endsWith("/") ? written : `${written}/`, document.baseURI);
      if (!/^https?:$/.test(base.protocol)) throw new TypeError(base.protocol);
      return { base: base.href, host: base.host, key: this.getAttribute("key") };
    } catch {
      throw new NoAnswer("bad_endpoint", { endpoint: written });
    }
  }

  /** The language to speak: the nearest `lang` in the page that is one of the six, else the browser's, else English. */
  #tongue() {
    const wanted = [this.closest("[lang]")?.lang, ...navigator.languages];
    return wanted.map((one) => (one ?? "").slice(0, 2).toLowerCase()).find((one) => Object.hasOwn(WORDS, one)) ?? "en";
  }

  /** A word of the language that is spoken, its places filled; what is no word of ours stands for itself. */
  #say = (key, values = {}) => {
    const words = WORDS[this.#tongue()];
    const text = Object.hasOwn(words, key) ? words[key] : String(key);
    return text.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? String(values[name]) : place));
  };

  #build() {
    const node = this.#node;
    node.heading = make("h2", {});
    node.languages = make("select", {}, ...Object.entries(WORDS).map(([code, { name }]) => make("option", { value: code, lang: code }, name)));
    node.label = make("label", { class: "name", for: "question" });
    node.question = make("textarea", { id: "question", rows: "2", maxlength: String(LONGEST), "aria-describedby": "hint" });
    node.send = make("button", { class: "main", type: "submit" });
    node.hint = make("p", { class: "hint", id: "hint" });
    node.form = make("form", {}, node.label, node.question, make("div", { class: "under" }, node.send, node.hint));
    node.status = make("p", { class: "hidden", role: "status", "aria-live": "polite" });
    node.turns = make("section", { class: "turns" });
    node.clear = make("button", { class: "plain clear", type: "button" });
    const head = make("div", { class: "head" }, node.heading, node.languages);
    node.box = make("div", { class: "box" }, head, node.form, node.status, node.turns, node.clear);
    this.#root.append(node.box);
    this.#listen();
  }

  #listen() {
    const { form, question, languages, clear } = this.#node;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#stop) this.#stop.abort();
      else this.#submit();
    });
    question.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    question.addEventListener("input", () => this.#turnWriting());
    languages.addEventListener("change", () => this.setAttribute("lang", languages.value));
    clear.addEventListener("click", () => this.#forget());
  }

  #submit() {
    const { question } = this.#node;
    this.ask(question.value);
    if (question.value.trim()) question.value = "";
    this.#turnWriting();
    question.focus();
  }

  /** A question is written in its own direction; an empty box has the language's. */
  #turnWriting() {
    const { question } = this.#node;
    if (question.value) question.dir = "auto";
    else question.removeAttribute("dir");
  }

  #forget() {
    this.#stop?.abort();
    this.#turns = [];
    this.#node.turns.replaceChildren();
    this.#node.status.textContent = "";
    this.#draw();
    this.#node.question.focus();
  }

  /** Everything in the words of the language that is spoken now. */
  #draw() {
    const { box, heading, languages, label, question, send, hint, turns, clear } = this.#node;
    const tongue = this.#tongue();
    box.lang = tongue;
    box.dir = tongue === "ar" ? "rtl" : "ltr";
    heading.textContent = this.getAttribute("heading") || this.#say("title");
    languages.value = tongue;
    languages.setAttribute("aria-label", this.#say("language"));
    label.textContent = this.#say("question");
    question.placeholder = this.#say("placeholder");
    send.textContent = this.#say(this.#stop ? "stop" : "send");
    hint.textContent = this.#say("hint", { host: this.#host() });
    turns.setAttribute("aria-label", this.#say("answers"));
    clear.textContent = this.#say("clear");
    clear.hidden = !this.#turns.length;
    this.#turns.forEach((turn) => this.#paint(turn));
    this.#dress();
  }

  #host() {
    try {
      return this.#service().host;
    } catch {
      return this.getAttribute("endpoint");
    }
  }

  #paint(turn) {
    const retry = () => this.#follow(turn, this.#turns.filter((one) => one.answer && one !== turn).map((one) => one.question));
    const [first, ...rest] = turnNodes(turn, this.#say, this.#linked(), retry);
    turn.node.replaceChildren(first, ...rest);
    turn.node.setAttribute("aria-busy", String(turn.busy));
  }

  #linked() {
    try {
      return this.#service();
    } catch {
      return null;
    }
  }

  #dress() {
    const theme = this.getAttribute("theme");
    this.#node.box.classList.toggle("dark", theme === "dark" || (theme !== "light" && DARK.matches));
  }
}

if (!customElements.get("pinpoint-ask")) customElements.define("pinpoint-ask", PinpointAsk);

/** A page with the script and without the element gets one where the script stands. */
function place() {
  if (!OWN?.isConnected || document.querySelector("pinpoint-ask")) return;
  const given = PinpointAsk.observedAttributes.filter((name) => name in OWN.dataset);
  const element = make("pinpoint-ask", Object.fromEntries(given.map((name) => [name, OWN.dataset[name]])));
  if (OWN.closest("head")) document.body.append(element);
  else OWN.after(element);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
