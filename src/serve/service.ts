/**
 * The server on its port: Node's `http` at one side, the engine at the other, and between them the limits.
 *
 * Nobody holds anything up: a request costs nothing but its own connection until it has arrived whole, and whoever is too slow,
 * too large or unreadable is answered (408, 413, 431, 400) and cut off.
 */
import { createServer, type IncomingMessage, type ServerResponse as Reply, type Server } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { messagePage, pageResponse, type ServerResponse, statusLine } from "../server/index.ts";
import { Disk } from "../sessions/index.ts";
import { Engine } from "./engine.ts";
import { declaredLength, hasBody, questionOf, readBody, sendResponse } from "./messages.ts";
import { SessionFolder } from "./session-folder.ts";
import type { NetworkLimits, Settings } from "./settings.ts";
import { SiteFolder } from "./site-folder.ts";
import { Log, type Terminal, toldEvents } from "./terminal.ts";

/** A server that answers. */
export interface Service {
  /** "http://127.0.0.1:8080/". */
  address: string;
  /** Takes no more requests, answers those that have arrived, and ends. */
  close(): Promise<void>;
}

/** Milliseconds for which answers may still travel when the server ends. */
const FAREWELL = 5_000;
/** Milliseconds for which the rest of a refused request is read, so that its client sees the answer (RFC 9112 §9.6). */
const LINGER = 1_000;
/** How often connections are looked over for slow ones, in milliseconds. */
const ROUND = 500;

/** Starts to serve. Rejects when the port is taken or a folder cannot be used. */
export async function serve(settings: Settings, terminal: Terminal): Promise<Service> {
  const log = new Log(terminal);
  const site = new SiteFolder(settings.folder, settings.configuration, Date.now, (text) => log.problem(text));
  const { persistent_session: isPersistent } = settings.configuration;
  const engine = new Engine({
    disk: isPersistent ? new SessionFolder(settings.sessions) : new Disk(),
    project: () => site.refresh(),
    emit: (event) => log.event(event),
    hears: toldEvents,
    report: (error) => log.problem(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  const port = new Port(engine, settings.limits, log);
  const address = await port.listen(settings.port, settings.host);
  return { address, close: () => port.close() };
}

class Port {
  readonly #engine: Engine;
  readonly #limits: NetworkLimits;
  readonly #log: Log;
  readonly #http: Server;
  readonly #sockets = new Set<Socket>();
  /** Connections on which an answer is due. */
  readonly #due = new WeakSet<Duplex>();
  #isClosing = false;

  constructor(engine: Engine, limits: NetworkLimits, log: Log) {
    this.#engine = engine;
    this.#limits = limits;
    this.#log = log;
    const { headers, headersTimeout, requestTimeout, idleTimeout, connections } = limits;
    this.#http = createServer({
      maxHeaderSize: headers,
      headersTimeout,
      requestTimeout,
      connectionsCheckingInterval: ROUND,
      keepAliveTimeout: 5_000,
    });
    this.#http.maxHeadersCount = 0;
    this.#http.maxConnections = connections;
    this.#http.timeout = idleTimeout;
    this.#http.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
    this.#http.on("request", (message, reply) => void this.#serve(message, reply));
    this.#http.on("checkContinue", (message, reply) => {
      if (declaredLength(message) <= limits.body) reply.writeContinue();
      void this.#serve(message, reply);
    });
    this.#http.on("clientError", (error, socket) => this.#refuseUnread(error, socket));
  }

  listen(port: number, host: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#http.once("error", reject);
      this.#http.listen(port, host, () => {
        this.#http.off("error", reject);
        this.#http.on("error", (error) => this.#log.problem(error.message));
        resolve(addressOf(this.#http.address()));
      });
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()));
    // Browsers open connections in advance: nobody waits for those, nor for requests that have not arrived whole.
    for (const socket of this.#sockets) if (!this.#due.has(socket)) socket.destroy();
    await this.#engine.idle();
    const farewell = setTimeout(() => this.#http.closeAllConnections(), FAREWELL);
    await closed;
    clearTimeout(farewell);
    this.#log.flush();
  }

  async #serve(message: IncomingMessage, reply: Reply): Promise<void> {
    try {
      await this.#answer(message, reply);
    } catch (error) {
      this.#log.problem(String(error));
      message.socket.destroy();
    }
  }

  async #answer(message: IncomingMessage, reply: Reply): Promise<void> {
    const body = hasBody(message) ? await readBody(message, this.#limits.body) : noBody;
    // The client went away before its end.
    if (body === undefined) return;
    const question = body === null ? null : questionOf(message, body);
    if (question === null) {
      this.#refuse(message, body === null ? tooLarge(this.#limits) : wrongHost(message));
      return;
    }
    const { socket } = message;
    this.#due.add(socket);
    reply.once("close", () => this.#due.delete(socket));
    const response = await this.#engine.ask(question);
    if (this.#isClosing) reply.shouldKeepAlive = false;
    this.#tell(message, response);
    sendResponse(reply, response);
  }

  /** A request that could not be read: too slow, with too large a header, or no HTTP. */
  #refuseUnread({ code }: NodeJS.ErrnoException, socket: Duplex): void {
    if (socket instanceof Socket && code !== "ECONNRESET")
      this.#refuse({ socket, method: "-", url: "-", httpVersion: "-" }, unreadable(code, this.#limits));
    else socket.destroy();
  }

  /** Answers and hangs up; the rest of the request is read for a moment and dropped. */
  #refuse(message: Heading & { resume?(): void }, refusal: ServerResponse): void {
    const { socket } = message;
    // Refused already: what still comes belongs to the same request.
    if (socket.writableEnded) return;
    if (this.#due.has(socket) || !socket.writable) {
      socket.destroy();
      return;
    }
    this.#tell(message, refusal);
    socket.end(stringifyResponse(refusal));
    message.resume?.();
    setTimeout(() => socket.destroy(), LINGER).unref();
  }

  #tell({ socket, method, url, httpVersion }: Heading, { status, body }: ServerResponse): void {
    const client = socket.remoteAddress ?? "-";
    const requestLine = `${method} ${url} HTTP/${httpVersion}`;
    this.#log.answered({ client, requestLine, status, bytes: body.length }, Date.now());
  }
}

type Heading = Pick<IncomingMessage, "method" | "url" | "httpVersion" | "socket">;

const noBody = new Uint8Array();

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") return `http://${address ?? ""}/`;
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}/`;
}

// Refusals

function tooLarge({ body }: NetworkLimits): ServerResponse {
  return refusalPage(
    413,
    "This is too much at once",
    `A request may carry ${kilobytes(body)}. Choose a smaller file.`,
  );
}

function wrongHost({ headers }: IncomingMessage): ServerResponse {
  return refusalPage(
    400,
    "This address cannot be read",
    `The Host field names no host. Found: ${headers.host}`,
  );
}

function unreadable(code: string | undefined, { headers }: NetworkLimits): ServerResponse {
  if (code === "HPE_HEADER_OVERFLOW")
    return refusalPage(
      431,
      "This header is too long",
      `The header of a request may have ${kilobytes(headers)}. Are there too many cookies, or is the address too long?`,
    );
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return refusalPage(408, "This took too long", "The request did not arrive in time. Try again.");
  return refusalPage(400, "This cannot be read", "What arrived is not a request of HTTP/1.1.");
}

function kilobytes(bytes: number): string {
  return `${Math.floor(bytes / 1024)} kB`;
}

function refusalPage(status: number, heading: string, sentence: string): ServerResponse {
  return pageResponse(status, messagePage(heading, [sentence], statusLine(status)), [
    ["Date", new Date().toUTCString()],
    ["Connection", "close"],
  ]);
}

/** The response as it stands on the wire. */
function stringifyResponse({ status, statusText, fields, body }: ServerResponse): Buffer {
  const lines = [`HTTP/1.1 ${status} ${statusText}`, ...fields.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), body]);
}
