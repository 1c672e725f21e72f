/** Uploads one file and tells how far it is, which fetch cannot. */
import { asList, asObject, asText } from "../api/decode";
import { ApiError, problem } from "../api/failure";
import { session } from "../sign-in/session";

export type SendFile = (
  file: File,
  documentId: string | null,
  progress: (share: number) => void,
  signal: AbortSignal,
) => Promise<void>;

export const sendFile: SendFile = (file, documentId, progress, signal) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", stop);
      settle();
    };
    request.open("POST", "/api/knowledge/documents");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) end(done);
      else end(() => failed(refusalOf(request.status, request.responseText, request.getResponseHeader("Retry-After"))));
    };
    request.onerror = () => end(() => failed(new ApiError({ kind: "offline" })));
    request.onabort = () => end(() => failed(new DOMException("Stopped", "AbortError")));
    signal.addEventListener("abort", stop);
    const form = new FormData();
    // The id goes before the file: a server that streams the form knows it when the file arrives.
    if (documentId !== null) form.append("documentId", documentId);
    form.append("file", file, file.name);
    // The page has talked to the API before anybody can drop a file, so a token is there if one is needed.
    void session.token().then((token) => {
      if (signal.aborted) return end(() => failed(new DOMException("Stopped", "AbortError")));
      if (token !== null) request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.send(form);
    });
  });

/** The door names every refused file with a code and a remedy of its own, which say more than those of the whole request. */
export function refusalOf(status: number, body: string, retryAfter: string | null): ApiError {
  const json = asObject(parse(body));
  const own = asObject(asList(json.files)[0]);
  const refusal = { code: asText(own.code) || json.code, detail: asText(own.detail) || json.detail };
  return new ApiError(problem(refusal, status, retryAfter));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}
