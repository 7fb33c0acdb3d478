// The stream of events. The browser itself resumes after a break; where it gives up (the server
// refused), a new attempt tells where the old one was.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30000;

/**
 * Listens for as long as the page is open.
 *
 * @param handlers alert(change), reset(), pairs(), state({phase, message}), lost()
 */
export function listen(handlers) {
  let last = null;
  let pause = FIRST_PAUSE;

  function connect() {
    const source = new EventSource("/api/events" + (last === null ? "" : `?lastEventId=${encodeURIComponent(last)}`));
    const on = (name, handle) =>
      source.addEventListener(name, (event) => {
        if (event.lastEventId) {
          last = event.lastEventId;
        }
        handle(JSON.parse(event.data));
      });
    source.addEventListener("open", () => {
      pause = FIRST_PAUSE;
    });
    source.addEventListener("error", () => {
      handlers.lost();
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    });
    on("alert", handlers.alert);
    on("reset", handlers.reset);
    on("pairs", handlers.pairs);
    on("state", handlers.state);
  }

  connect();
}
