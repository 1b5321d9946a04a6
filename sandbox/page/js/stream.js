// The line on which the server tells what happened; it mends itself and says when it is broken.

const DEAF_AFTER = 45_000;
const TRY_AGAIN = 1_500;

/** Listens until the page closes. opened() is called on every (re)connection, lost(tries) on every failure. */
export function listen({ event, opened, lost }) {
  let source = null;
  let tries = 0;
  let hiddenAt = 0;

  function connect() {
    source = new EventSource("/stage/events");
    source.onopen = () => {
      tries = 0;
      opened();
    };
    source.onmessage = (message) => event(JSON.parse(message.data));
    source.onerror = again;
  }

  function again() {
    source.onerror = null;
    source.close();
    lost(++tries);
    setTimeout(connect, TRY_AGAIN);
  }

  // A laptop that slept wakes with a line that is dead without knowing it.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > DEAF_AFTER && source.onerror) again();
  });
  connect();
}
