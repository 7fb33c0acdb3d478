// Asks the view's own server.

/** A fault that the server put into words. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function get(path) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: "application/json" } });
  } catch {
    throw new ApiError(0, "The view gives no answer; it is asked again as soon as it is back.");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ApiError(response.status, body.error || `The view answered ${response.status}.`);
  }
  return body;
}

export const pairs = () => get("/api/pairs").then((body) => body.pairs);

export const alerts = () => get("/api/alerts").then((body) => body.alerts);

export const pair = (code) => get(`/api/pairs/${encodeURIComponent(code)}`);

export const day = (code, iso) => get(`/api/pairs/${encodeURIComponent(code)}/days/${iso}`);
