/** Sends a token with every call once the API asks for one; a product without sign-in never loads a line of the sign-in library. */
import { asObject, asText } from "../api/decode";
import type { Broker, SignInSettings } from "./broker";

export type SessionState =
  | { readonly kind: "unneeded" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in"; readonly name: string; readonly roles: readonly string[] };

/** Ways to the sign-in library; tests give their own. */
export type LoadBroker = (settings: SignInSettings) => Promise<Broker>;

const loadBroker: LoadBroker = async (settings) => (await import("./broker")).createBroker(settings);

export class Session {
  private broker: Promise<Broker | null> | null = null;
  private current: SessionState = { kind: "unneeded" };
  private readonly listeners: Array<(state: SessionState) => void> = [];

  constructor(
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
    private readonly load: LoadBroker = loadBroker,
  ) {}

  get state(): SessionState {
    return this.current;
  }

  onChange(listener: (state: SessionState) => void): void {
    this.listeners.push(listener);
  }

  /** Like fetch; the first 401 starts the session, and the call is made once more when somebody is already signed in. */
  readonly fetch: typeof fetch = async (input, init) => {
    const token = await this.token();
    const response = await this.send(input, withToken(init, token));
    if (response.status !== 401 || token !== null) return response;
    const fresh = await this.begin();
    return fresh === null ? response : this.send(input, withToken(init, fresh));
  };

  /** The token of whoever is signed in, or null. */
  async token(): Promise<string | null> {
    return (await (await this.broker)?.silently()) ?? null;
  }

  /** Opens the sign-in window; browsers allow it only from a click. */
  async signIn(): Promise<void> {
    const broker = await this.begin().then(() => this.broker);
    if (!broker) return;
    await broker.byPerson();
    await this.tell();
  }

  /** An address that a browser can open by itself, which cannot send a token: good for one minute and this document. */
  async openable(address: string): Promise<string> {
    const path = new URL(address, location.origin).pathname;
    const response = await this.fetch("/api/access/links", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ path }),
    });
    const opened = new URL(address, location.origin);
    opened.searchParams.set("ticket", asText(asObject(await response.json()).ticket));
    return opened.href;
  }

  /** Finds out how people sign in here and whether somebody already has. */
  private async begin(): Promise<string | null> {
    const first = this.broker === null;
    this.broker ??= this.create();
    const token = await this.token();
    if (first || token !== null) await this.tell();
    return token;
  }

  private async create(): Promise<Broker | null> {
    const json = asObject(await (await this.send("/api/access/sign-in")).json());
    if (asText(json.mode) === "local") return null;
    return this.load({
      isEntra: asText(json.mode) === "entra",
      clientId: asText(json.clientId),
      authority: asText(json.authority),
      scope: asText(json.scope),
    });
  }

  private async tell(): Promise<void> {
    this.current = await this.read();
    for (const listener of this.listeners) listener(this.current);
  }

  /** The name as the API sees it: with several accounts the token may be another person's. */
  private async read(): Promise<SessionState> {
    const token = await this.token();
    if (token === null) return { kind: "signed-out" };
    const response = await this.send("/api/access/me", withToken({}, token));
    if (!response.ok) return { kind: "signed-out" };
    const me = asObject(await response.json());
    const roles = Array.isArray(me.roles) ? me.roles.map((role) => asText(role)) : [];
    return { kind: "signed-in", name: asText(me.name), roles };
  }
}

function withToken(init: RequestInit | undefined, token: string | null): RequestInit {
  if (token === null) return init ?? {};
  const headers = new Headers(init?.headers);
  headers.set("Authorization", `Bearer ${token}`);
  return { ...init, headers };
}

/** The one session of this page. */
export const session = new Session();
