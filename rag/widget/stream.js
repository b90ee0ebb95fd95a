/* Answers as they come: a question is posted, server-sent events are read. Gives values; shows nothing. */

const LONGEST = 4000; // characters of a question, as the API takes them
const REMEMBERED = 10; // earlier questions that are sent along
const LARGEST = 8 * 1024 * 1024; // characters that one event may have

/** Why there is no answer: `kind` is a key of the words, `values` fill it, `told` is what the service said itself. */
class NoAnswer extends Error {
  constructor(kind, values = {}, told = "") {
    super(kind);
    Object.assign(this, { kind, values, told });
  }
}

/** The events of an answer, `{name, data}` each; throws NoAnswer, and AbortError where the signal says stop. */
async function* answerEvents(service, question, history, signal) {
  const response = await posted(service, question, history, signal);
  let complete = false;
  for await (const event of serverSentEvents(response.body, signal)) {
    if (event.name === "error") throw failed(event.data?.error);
    complete ||= event.name === "answer";
    yield event;
  }
  if (!complete) throw new NoAnswer("cut_off");
}

async function posted(service, question, history, signal) {
  const headers = { "Content-Type": "application/json" };
  if (service.key) headers.Authorization = `Bearer ${service.key}`;
  const body = JSON.stringify({ question, history: history.slice(-REMEMBERED), stream: true });
  let response;
  try {
    response = await fetch(new URL("v1/answers", service.base), { method: "POST", headers, body, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new NoAnswer("unreachable", { host: service.host });
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

/** What a status that is not 200 means to whoever asked. */
async function refusal(response) {
  let error = {};
  try {
    error = (await response.json()).error ?? {};
  } catch {
    /* not ours: a proxy's page says nothing to a reader */
  }
  if (response.status === 401) return new NoAnswer("needs_key");
  if (response.status === 503 && error.type === "not_ready") return new NoAnswer("opening");
  if (response.status === 429 || response.status === 503)
    return new NoAnswer("wait", { seconds: response.headers.get("Retry-After") ?? "10" });
  return failed(error);
}

/** A failure in the words of the service. */
function failed(error) {
  return new NoAnswer("failed", {}, [error?.message, error?.hint].filter((said) => typeof said === "string").join(" "));
}

/** Server-sent events of a body, each with its JSON read. */
async function* serverSentEvents(body, signal) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await piece(reader, signal);
      waiting = (waiting + decoder.decode(value, { stream: !done })).replaceAll("\r\n", "\n");
      const whole = waiting.split("\n\n");
      waiting = whole.pop();
      for (const one of whole) yield readEvent(one);
      if (done) return;
      if (waiting.length > LARGEST) throw new NoAnswer("cut_off");
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function piece(reader, signal) {
  try {
    return await reader.read();
  } catch (error) {
    throw signal.aborted ? error : new NoAnswer("cut_off");
  }
}

function readEvent(text) {
  const event = { name: "message", data: "" };
  for (const line of text.split("\n")) {
    const [, field, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (field === "event") event.name = value;
    if (field === "data") event.data += value;
  }
  return { name: event.name, data: event.data ? JSON.parse(event.data) : null };
}
