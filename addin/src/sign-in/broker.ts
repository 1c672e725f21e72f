/** The only file that knows the sign-in library; loaded when the API first asks for a token. */
import {
  type AccountInfo,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
  ProtocolMode,
} from "@azure/msal-browser";

export interface SignInSettings {
  readonly isEntra: boolean;
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

export interface Broker {
  /** A token without asking anybody, or null when a person has to sign in. */
  silently(): Promise<string | null>;
  /** Lets a person sign in. */
  byPerson(): Promise<void>;
}

/** Inside Outlook the host signs in for us; in an ordinary browser the same object opens a window. */
export async function createBroker(settings: SignInSettings): Promise<Broker> {
  const application = await createNestablePublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [new URL(settings.authority).host],
      redirectUri: `${location.origin}/addin/signed-in.html`,
    },
    cache: { cacheLocation: "sessionStorage" },
    system: { protocolMode: settings.isEntra ? ProtocolMode.AAD : ProtocolMode.OIDC },
  });
  return new MsalBroker(application, [settings.scope], settings.isEntra);
}

class MsalBroker implements Broker {
  constructor(
    private readonly application: IPublicClientApplication,
    private readonly scopes: string[],
    private readonly isEntra: boolean,
  ) {}

  async silently(): Promise<string | null> {
    const account = this.account();
    try {
      const result = await this.application.acquireTokenSilent({ scopes: this.scopes, ...(account && { account }) });
      return result.accessToken;
    } catch (error) {
      // Nobody signed in yet, or the sign-in service wants to see the person again.
      if (error instanceof InteractionRequiredAuthError || account === null) return null;
      throw new TypeError("The sign-in service does not answer.");
    }
  }

  async byPerson(): Promise<void> {
    const result = await this.application.acquireTokenPopup({
      scopes: this.scopes,
      // Not every issuer knows this word of Entra's.
      ...(this.isEntra && { prompt: "select_account" }),
    });
    this.application.setActiveAccount(result.account);
  }

  private account(): AccountInfo | null {
    return this.application.getActiveAccount() ?? this.application.getAllAccounts()[0] ?? null;
  }
}
