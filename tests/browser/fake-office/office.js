/**
 * Stands in for Outlook's office.js, served at the CDN's address, so that the shipped pane is tested unchanged.
 * A test describes its Outlook in window.fakeOutlookSetup before this runs, and reads window.fakeOutlook afterwards.
 */
// @ts-check

/**
 * How one method behaves: at once, late, never, with an error, or by throwing.
 * @typedef {{ delay?: number, never?: boolean, throws?: string, fails?: { code: number, name?: string, message?: string } }} Behaviour
 * @typedef {{ displayName: string, emailAddress: string }} Address
 * @typedef {{
 *   mode?: "read" | "compose", id?: string | null, subject?: string, from?: Address, to?: Address[], cc?: Address[],
 *   body?: string, bodyType?: "html" | "text", headers?: string, received?: string, conversationId?: string | null
 * }} Mail
 * @typedef {{
 *   host?: string | null, ready?: Behaviour, sets?: Record<string, string>, displayLanguage?: string,
 *   theme?: string | null, own?: string, mail?: Mail | null, behaviours?: Record<string, Behaviour | Behaviour[]>,
 *   storageThrows?: boolean, signIn?: "present" | "absent" | "failing"
 * }} Setup
 */
(() => {
  const setup = /** @type {Setup} */ (Reflect.get(window, "fakeOutlookSetup") ?? {});
  const sets = setup.sets ?? { Mailbox: "1.16", OpenBrowserWindowApi: "1.1" };
  const replyFormLimit = 32 * 1024;

  /** @type {{ method: string, argument: unknown }[]} */
  const calls = [];
  /** @type {{ all: boolean, html: string }[]} */
  const forms = [];
  /** @type {Map<string, ((event: unknown) => void)[]>} */
  const handlers = new Map();

  /**
   * Answers the way this Outlook was told to.
   * @param {string} method
   * @param {unknown} argument
   * @param {((result: unknown) => void) | undefined} callback
   * @param {() => unknown} value runs when the call succeeds
   */
  function answer(method, argument, callback, value) {
    calls.push({ method, argument });
    const told = setup.behaviours?.[method];
    const behaviour = (Array.isArray(told) ? told.shift() : told) ?? {};
    if (behaviour.throws !== undefined) throw new Error(behaviour.throws);
    if (behaviour.never) return;
    setTimeout(() => {
      if (behaviour.fails) callback?.({ status: "failed", error: { name: "", message: "", ...behaviour.fails } });
      else callback?.({ status: "succeeded", value: value() });
    }, behaviour.delay ?? 0);
  }

  /** Options may be left out, as in office.js. @param {unknown[]} rest @returns {((result: unknown) => void) | undefined} */
  const callbackOf = (rest) => /** @type {any} */ (rest.find((part) => typeof part === "function"));

  /** @param {string} version @param {string} needed */
  function atLeast(version, needed) {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    const [neededMajor = 0, neededMinor = 0] = needed.split(".").map(Number);
    return major > neededMajor || (major === neededMajor && minor >= neededMinor);
  }

  /** @param {boolean} all @param {string} method */
  function replyForm(all, method) {
    /** @param {string | { htmlBody: string }} form @param {...unknown} rest */
    return (form, ...rest) => {
      const html = typeof form === "string" ? form : form.htmlBody;
      if (new TextEncoder().encode(html).length > replyFormLimit) {
        calls.push({ method, argument: "too large" });
        throw new Error("The HTML body is over 32 KB.");
      }
      const open = () => void forms.push({ all, html });
      // The older methods have no callback: the form is open when they return.
      if (!method.endsWith("Async")) {
        calls.push({ method, argument: form });
        open();
      } else answer(method, form, callbackOf(rest), open);
    };
  }

  /** @param {Mail} mail */
  function makeItem(mail) {
    const body = {
      /** @param {string} type @param {...unknown} rest */
      getAsync: (type, ...rest) => answer("body.getAsync", type, callbackOf(rest), () => mail.body ?? ""),
      /** @param {...unknown} rest */
      getTypeAsync: (...rest) => answer("body.getTypeAsync", null, callbackOf(rest), () => mail.bodyType ?? "html"),
      /** @param {string} data @param {...unknown} rest */
      prependAsync: (data, ...rest) =>
        answer("body.prependAsync", { data, options: rest[0] }, callbackOf(rest), () => {
          mail.body = data + (mail.body ?? "");
        }),
      /** @param {string} data @param {...unknown} rest */
      setAsync: (data, ...rest) =>
        answer("body.setAsync", data, callbackOf(rest), () => {
          mail.body = data;
        }),
    };
    const common = { itemType: "message", body, conversationId: mail.conversationId ?? null };
    if (mail.mode === "compose") {
      /** @param {string} name @param {unknown} value */
      const field = (name, value) => ({
        /** @param {...unknown} rest */
        getAsync: (...rest) => answer(`${name}.getAsync`, null, callbackOf(rest), () => value),
      });
      return {
        ...common,
        subject: field("subject", mail.subject ?? ""),
        to: field("to", mail.to ?? []),
        cc: field("cc", mail.cc ?? []),
      };
    }
    const read = {
      ...common,
      itemId: mail.id === undefined ? "mail-1" : mail.id,
      internetMessageId: mail.id === null ? null : "<mail-1@fake.example>",
      subject: mail.subject ?? "",
      from: mail.from ?? null,
      to: mail.to ?? [],
      cc: mail.cc ?? [],
      dateTimeCreated: new Date(mail.received ?? "2026-11-20T09:00:00Z"),
      attachments: [],
      displayReplyForm: replyForm(false, "displayReplyForm"),
      displayReplyAllForm: replyForm(true, "displayReplyAllForm"),
    };
    const mailboxSet = sets.Mailbox ?? "1.1";
    return {
      ...read,
      // A method of a newer requirement set is simply not there in an older Outlook.
      ...(atLeast(mailboxSet, "1.8") && {
        /** @param {...unknown} rest */
        getAllInternetHeadersAsync: (...rest) =>
          answer("getAllInternetHeadersAsync", null, callbackOf(rest), () => mail.headers ?? ""),
      }),
      ...(atLeast(mailboxSet, "1.9") && {
        displayReplyFormAsync: replyForm(false, "displayReplyFormAsync"),
        displayReplyAllFormAsync: replyForm(true, "displayReplyAllFormAsync"),
      }),
    };
  }

  /** @param {string} event @param {unknown} [argument] */
  function fire(event, argument) {
    for (const handler of handlers.get(event) ?? []) handler(argument ?? { type: event });
  }

  /** @param {string | null | undefined} background */
  const themeOf = (background) =>
    background === null ? undefined : { bodyBackgroundColor: background ?? "#ffffff", bodyForegroundColor: "#000000" };

  const mailbox = {
    item: setup.mail === null ? null : makeItem(setup.mail ?? {}),
    userProfile: { emailAddress: setup.own ?? "me@fernhill-outdoor.example", displayName: "Me" },
    /** @param {string} event @param {(event: unknown) => void} handler @param {...unknown} rest */
    addHandlerAsync(event, handler, ...rest) {
      answer("addHandlerAsync", event, callbackOf(rest), () => undefined);
      handlers.set(event, [...(handlers.get(event) ?? []), handler]);
    },
  };

  const context = {
    mailbox: setup.host === null ? undefined : mailbox,
    displayLanguage: setup.displayLanguage ?? "en-US",
    officeTheme: themeOf(setup.theme),
    requirements: {
      /** @param {string} name @param {string} version */
      isSetSupported: (name, version) => sets[name] !== undefined && atLeast(sets[name], version),
    },
    ui: {
      /** @param {string} address */
      openBrowserWindow: (address) => void calls.push({ method: "openBrowserWindow", argument: address }),
    },
  };

  const info = {
    host: setup.host === undefined ? "Outlook" : setup.host,
    platform: setup.host === null ? null : "OfficeOnline",
  };
  const Office = {
    context,
    HostType: { Outlook: "Outlook", Word: "Word" },
    CoercionType: { Html: "html", Text: "text" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: {
      ItemChanged: "olkItemSelectedChanged",
      SelectedItemsChanged: "olkSelectedItemsChanged",
      OfficeThemeChanged: "officeThemeChanged",
    },
    /** @param {(info: unknown) => void} [callback] */
    onReady: (callback) =>
      new Promise((resolve) => {
        if (setup.ready?.never) return;
        setTimeout(() => {
          callback?.(info);
          resolve(info);
        }, setup.ready?.delay ?? 0);
      }),
  };

  // The real office.js does this too, which breaks every router that relies on it.
  Reflect.set(history, "pushState", null);
  Reflect.set(history, "replaceState", null);

  if (setup.storageThrows) {
    const denied = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: denied });
  }

  if (setup.signIn !== undefined && setup.signIn !== "absent") {
    Reflect.set(window, "nestedAppAuthBridge", {
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      postMessage: () => {
        if (setup.signIn === "failing") throw new Error("The sign-in bridge failed.");
      },
    });
  }

  Reflect.set(window, "Office", Office);
  Reflect.set(window, "fakeOutlook", {
    calls,
    forms,
    /** Puts another mail on screen; `silently` as classic Outlook does when it forgets to tell the pane. @param {Mail | null} mail @param {boolean} [silently] */
    open(mail, silently) {
      mailbox.item = mail === null ? null : makeItem(mail);
      if (!silently) fire(Office.EventType.ItemChanged);
    },
    /** @param {string} background */
    changeTheme(background) {
      context.officeTheme = themeOf(background);
      fire(Office.EventType.OfficeThemeChanged, {
        type: Office.EventType.OfficeThemeChanged,
        officeTheme: context.officeTheme,
      });
    },
    /** What the compose window holds now. */
    composed: () => setup.mail?.body ?? "",
  });
})();
