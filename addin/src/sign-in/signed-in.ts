/** The page that the sign-in service returns to: hands the answer to the page that asked and closes. */
import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

void broadcastResponseToMainFrame().catch(() => window.close());
