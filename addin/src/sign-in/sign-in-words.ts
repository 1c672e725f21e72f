/** The words of the sign-in strip in the languages of the pages. */

export interface SignInWords {
  readonly why: string;
  readonly signIn: string;
  readonly signedInAs: string;
  readonly noRole: string;
  readonly failed: string;
  readonly refused: string;
}

const english: SignInWords = {
  why: "Sign in to use OutlookAssist.",
  signIn: "Sign in",
  signedInAs: "Signed in as",
  noRole: "You have no role here yet. Ask the person who runs OutlookAssist.",
  failed: "Signing in did not work. Allow pop-ups for this page and try again.",
  refused: "This account may not use OutlookAssist. Try another one.",
};

const languages: Readonly<Record<string, SignInWords>> = {
  en: english,
  de: {
    why: "Melden Sie sich an, um OutlookAssist zu nutzen.",
    signIn: "Anmelden",
    signedInAs: "Angemeldet als",
    noRole: "Sie haben hier noch keine Rolle. Fragen Sie, wer OutlookAssist betreibt.",
    failed: "Die Anmeldung ist nicht gelungen. Erlauben Sie Pop-ups für diese Seite und versuchen Sie es noch einmal.",
    refused: "Dieses Konto darf OutlookAssist nicht nutzen. Versuchen Sie ein anderes.",
  },
  fr: {
    why: "Connectez-vous pour utiliser OutlookAssist.",
    signIn: "Se connecter",
    signedInAs: "Connecté en tant que",
    noRole: "Vous n'avez pas encore de rôle ici. Demandez à la personne qui gère OutlookAssist.",
    failed: "La connexion a échoué. Autorisez les fenêtres contextuelles pour cette page et réessayez.",
    refused: "Ce compte ne peut pas utiliser OutlookAssist. Essayez-en un autre.",
  },
  es: {
    why: "Inicie sesión para usar OutlookAssist.",
    signIn: "Iniciar sesión",
    signedInAs: "Sesión iniciada como",
    noRole: "Aún no tiene ninguna función aquí. Pregunte a quien administra OutlookAssist.",
    failed: "No se pudo iniciar sesión. Permita las ventanas emergentes de esta página e inténtelo de nuevo.",
    refused: "Esta cuenta no puede usar OutlookAssist. Pruebe con otra.",
  },
};

export function signInWordsFor(tag: string): SignInWords {
  return languages[tag.slice(0, 2).toLowerCase()] ?? english;
}
