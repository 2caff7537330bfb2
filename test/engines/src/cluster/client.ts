import { Agent, request as httpsRequest } from "node:https";
import type { JsonObject } from "../engine.js";

/** An answer of the API server: its status, and the object or the Status that came with it. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: JsonObject;
  /** What the server warns of, policies that only warn among it. */
  readonly warnings: readonly string[];
}

/** Where an API server is, and as whom to ask. */
export interface ApiAddress {
  readonly port: number;
  readonly token: string;
  /** The server's own certificate, PEM. */
  readonly certificate: string;
}

/** Requests to one API server. */
export interface ApiClient {
  /** A text is sent as it is, anything else as JSON. Rejects when the server cannot be reached; every status is an answer. */
  readonly send: (method: string, path: string, body?: unknown, contentType?: string) => Promise<ApiAnswer>;
  readonly close: () => void;
}

/** A client whose connections stay open: a handshake costs more than a dry run. */
export function openApiClient({ port, token, certificate }: ApiAddress): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: certificate });
  const send: ApiClient["send"] = (method, path, body, contentType = "application/json") =>
    new Promise((resolve, reject) => {
      const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        ...(text === undefined ? {} : { "content-type": contentType, "content-length": Buffer.byteLength(text) }),
      };
      const sent = httpsRequest({ host: "127.0.0.1", port, method, path, agent, headers }, (answer) => {
        let received = "";
        answer.setEncoding("utf8").on("data", (part: string) => (received += part));
        answer.on("error", reject);
        answer.on("end", () => {
          const warnings = (answer.headersDistinct["warning"] ?? []).map(warningOf);
          resolve({ status: answer.statusCode ?? 0, body: bodyOf(received), warnings });
        });
      });
      sent.on("error", reject);
      sent.end(text);
    });
  return { send, close: () => agent.destroy() };
}

/** A Warning header is a code, an agent and a quoted text. */
function warningOf(header: string): string {
  const [, text = header] = /^299 \S+ "([\s\S]*)"$/.exec(header) ?? [];
  // Node takes the bytes of a header for Latin-1.
  return Buffer.from(text.replace(/\\(.)/g, "$1"), "latin1").toString("utf8");
}

/** What a Status says. */
export function messageOf({ status, body }: ApiAnswer): string {
  const { message } = body;
  return typeof message === "string" ? message : `status ${status}`;
}

/** /readyz and some errors of the server are plain text. */
function bodyOf(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return { message: text };
  }
}
