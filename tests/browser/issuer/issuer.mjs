/** A real OpenID Connect issuer for the browser tests: one client, one person, access tokens shaped as Entra's are. */

import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [root, certificate, key, port, redirect] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(createRequire(root).resolve("oidc-provider")).href);
const issuer = `https://localhost:${port}`;
const audience = "outlookassist";

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: audience,
      application_type: "web",
      token_endpoint_auth_method: "none",
      redirect_uris: [redirect],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      scope: "openid profile email offline_access access_as_user",
    },
  ],
  scopes: ["openid", "profile", "email", "offline_access", "access_as_user"],
  claims: { openid: ["sub"], profile: ["name", "preferred_username"] },
  clientBasedCORS: () => true,
  pkce: { required: () => true },
  responseModes: undefined,
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, name: "Ana Ruiz", preferred_username: id }) }),
  extraTokenClaims: (_ctx, token) => ({
    name: "Ana Ruiz",
    roles: token.accountId === "guest" ? [] : ["Agent", "KnowledgeAdmin"],
  }),
  features: {
    devInteractions: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => "urn:outlookassist",
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: "access_as_user",
        audience,
        accessTokenFormat: "jwt",
        jwt: { sign: { alg: "RS256" } },
      }),
    },
  },
  cookies: { keys: ["for tests only"] },
});
createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, provider.callback()).listen(
  Number(port),
  "127.0.0.1",
  () => console.log("listening"),
);
