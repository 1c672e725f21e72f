/** The only file that touches Office: it captures the open mail, reads it and inserts drafts, and distrusts every callback. */
import type { Attachment, Message, Person } from "../api/shapes";
import { replyFormByteLimit, utf8Bytes } from "../draft/reply-content";
import { isDarkColor, onSystemThemeChanged, systemIsDark } from "../look/theme";
import { hostProblem } from "./host-problem";
import { parseHeaders } from "./mail-headers";
import { HostError, type Inserted, type InsertTarget, type ItemKey, type MailHost, type OpenItem } from "./mail-host";
import { bodyToAnswer } from "./message-body";
import { parseAddressList, replyRecipients } from "./recipients";
import { type AsyncAnswer, type CallOutcome, insertMilliseconds, readMilliseconds, watch } from "./watchdog";

type ReadItem = Office.MessageRead;
type ComposeItem = Office.MessageCompose;
type Item = ReadItem | ComposeItem;

export type Connection =
  | { readonly kind: "outlook"; readonly host: MailHost }
  /** An ordinary browser: office.js is there, Outlook is not. */
  | { readonly kind: "browser" }
  /** office.js did not load, or never said that it is ready. */
  | { readonly kind: "blocked" };

const readyMilliseconds = 20_000;
/** Headers only refine what is shown; waiting longer for them would cost more than they tell. */
const headerMilliseconds = 3_000;
/** Selecting a mail fires several events in a row. */
const coalesceMilliseconds = 60;

export async function connectOutlook(): Promise<Connection> {
  if (typeof Office === "undefined") return { kind: "blocked" };
  const ready = await watch<{ host: unknown }>(readyMilliseconds, (done) => {
    void Office.onReady().then((info) => done({ status: "succeeded", value: info }));
  });
  if (ready.kind !== "ok") return { kind: "blocked" };
  if (ready.value?.host !== Office.HostType.Outlook || !Office.context.mailbox) return { kind: "browser" };
  return { kind: "outlook", host: new OutlookHost() };
}

class OutlookHost implements MailHost {
  readonly kind = "outlook";
  private readonly listeners: (() => void)[] = [];
  private readonly headers = new Map<ItemKey, Record<string, string>>();
  private background: string | undefined = Office.context.officeTheme?.bodyBackgroundColor;
  /** Tells mails without an id apart. */
  private generation = 0;
  private notice: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const changed = () => {
      this.generation += 1;
      this.notify();
    };
    // Registered even where nothing is pinned: on Mac the pane otherwise keeps the first mail.
    this.listen(Office.EventType.ItemChanged, changed);
    if (supports("1.13")) this.listen(Office.EventType.SelectedItemsChanged, () => this.notify());
  }

  get displayLanguage(): string {
    return Office.context.displayLanguage || navigator.language;
  }

  async openItem(signal: AbortSignal): Promise<OpenItem | null> {
    const item = currentItem();
    if (!item) return null;
    const key = this.keyOf(item);
    return isRead(item) ? this.openRead(item, key) : await openCompose(item, key, signal);
  }

  async readMessage(key: ItemKey, signal: AbortSignal): Promise<Message> {
    const item = this.require(key);
    const html = requireValue(
      await watch<string>(
        readMilliseconds,
        (done) => item.body.getAsync(Office.CoercionType.Html, {}, answerTo(done)),
        signal,
      ),
    );
    // Some clients answer for whatever mail is selected by now.
    this.require(key);
    const body = bodyToAnswer(html, !isRead(item));
    if (!body) throw new HostError("empty-body");
    return isRead(item) ? this.readFields(item, key, body) : await composeFields(item, body, signal);
  }

  async insert(key: ItemKey, target: InsertTarget, content: { html: string; text: string }): Promise<Inserted> {
    let item: Item;
    try {
      item = this.require(key);
    } catch (error) {
      return { kind: "not-inserted", problem: error instanceof HostError ? error.problem : "other" };
    }
    if (!isRead(item)) return await prepend(item, content);
    if (utf8Bytes(content.html) > replyFormByteLimit) return { kind: "not-inserted", problem: "too-large" };
    return inserted(await openReplyForm(item, target === "replyAll", content.html));
  }

  openLink(address: string): void {
    const { requirements, ui } = Office.context;
    if (requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) ui.openBrowserWindow(address);
    else window.open(address, "_blank", "noopener");
  }

  isDark(): boolean {
    return isDarkColor(this.background) ?? systemIsDark();
  }

  onItemChanged(listener: () => void): void {
    this.listeners.push(listener);
  }

  onThemeChanged(listener: () => void): void {
    onSystemThemeChanged(listener);
    if (!supports("1.14")) return;
    this.listen(Office.EventType.OfficeThemeChanged, (event) => {
      const theme = (event as { officeTheme?: Office.OfficeTheme } | undefined)?.officeTheme;
      this.background = (theme ?? Office.context.officeTheme)?.bodyBackgroundColor;
      listener();
    });
  }

  private openRead(item: ReadItem, key: ItemKey): OpenItem {
    const replyTo = header(this.headers.get(key) ?? {}, "reply-to");
    if (!this.headers.has(key)) void this.fetchHeaders(item, key);
    const recipients = replyRecipients({
      from: person(item.from),
      replyTo: parseAddressList(replyTo ?? ""),
      to: people(item.to),
      cc: people(item.cc),
      own: Office.context.mailbox.userProfile?.emailAddress ?? "",
    });
    const receivedAt = item.dateTimeCreated?.toISOString() ?? null;
    return { key, mode: "read", subject: item.subject ?? "", from: person(item.from), receivedAt, ...recipients };
  }

  private async fetchHeaders(item: ReadItem, key: ItemKey): Promise<void> {
    if (!supports("1.8")) return;
    const raw = await watch<string>(headerMilliseconds, (done) => item.getAllInternetHeadersAsync({}, answerTo(done)));
    const headers = raw.kind === "ok" ? parseHeaders(raw.value ?? "") : {};
    this.headers.set(key, headers);
    // A Reply-To changes who is shown as recipient.
    if (header(headers, "reply-to") !== undefined) this.notify();
  }

  private readFields(item: ReadItem, key: ItemKey, body: Message["body"]): Message {
    const from = person(item.from);
    return {
      ...(item.itemId ? { id: item.itemId } : {}),
      ...(item.internetMessageId ? { internetMessageId: item.internetMessageId } : {}),
      ...(item.conversationId ? { conversationId: item.conversationId } : {}),
      subject: item.subject ?? "",
      ...(from ? { from } : {}),
      to: people(item.to),
      cc: people(item.cc),
      ...(item.dateTimeCreated ? { receivedAt: item.dateTimeCreated.toISOString() } : {}),
      headers: this.headers.get(key) ?? {},
      body,
      attachments: attachments(item),
    };
  }

  /** The mail on screen, provided that it still is the one the draft was made for. */
  private require(key: ItemKey): Item {
    const item = currentItem();
    if (!item) throw new HostError("no-item");
    if (this.keyOf(item) !== key) throw new HostError("item-changed");
    return item;
  }

  private keyOf(item: Item): ItemKey {
    if (!isRead(item)) return `compose|${item.conversationId ?? ""}|${this.generation}`;
    if (item.itemId) return `read|${item.itemId}`;
    return `read|${item.internetMessageId ?? ""}|${item.conversationId ?? ""}|${item.subject ?? ""}|${this.generation}`;
  }

  private notify(): void {
    clearTimeout(this.notice);
    this.notice = setTimeout(() => {
      for (const listener of this.listeners) listener();
    }, coalesceMilliseconds);
  }

  private listen(event: Office.EventType, handler: (event: unknown) => void): void {
    // Where an event is not known the pane still works; it only notices less.
    void watch(readMilliseconds, (done) => Office.context.mailbox.addHandlerAsync(event, handler, answerTo(done)));
  }
}

function currentItem(): Item | null {
  return (Office.context.mailbox.item as unknown as Item | null | undefined) ?? null;
}

function isRead(item: Item): item is ReadItem {
  return typeof (item as ComposeItem).subject?.getAsync !== "function";
}

function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported("Mailbox", version);
}

/** Office's own enumerations, narrowed to the words that the watchdog compares. */
function answerTo<T>(done: (answer: AsyncAnswer<T>) => void): (result: Office.AsyncResult<T>) => void {
  return (result) => done({ status: String(result.status), value: result.value, error: result.error });
}

function requireValue<T>(outcome: CallOutcome<T>): T {
  if (outcome.kind === "ok" && outcome.value !== undefined) return outcome.value;
  throw new HostError(outcome.kind === "ok" ? "empty-body" : hostProblem(outcome));
}

function inserted(outcome: CallOutcome<unknown>): Inserted {
  return outcome.kind === "ok" ? { kind: "inserted" } : { kind: "not-inserted", problem: hostProblem(outcome) };
}

function openReplyForm(item: ReadItem, all: boolean, htmlBody: string): Promise<CallOutcome<unknown>> {
  return watch<unknown>(insertMilliseconds, (done) => {
    const form = { htmlBody };
    if (supports("1.9")) {
      if (all) item.displayReplyAllFormAsync(form, {}, answerTo(done));
      else item.displayReplyFormAsync(form, {}, answerTo(done));
      return;
    }
    if (all) item.displayReplyAllForm(form);
    else item.displayReplyForm(form);
    done({ status: "succeeded" });
  });
}

/** Above the thread and the signature; setAsync would wipe both. */
async function prepend(item: ComposeItem, content: { html: string; text: string }): Promise<Inserted> {
  const type = await watch<Office.CoercionType>(insertMilliseconds, (done) =>
    item.body.getTypeAsync({}, answerTo(done)),
  );
  if (type.kind !== "ok") return inserted(type);
  const html = type.value === Office.CoercionType.Html;
  const data = html ? content.html : `${content.text}\n\n`;
  const coercionType = html ? Office.CoercionType.Html : Office.CoercionType.Text;
  return inserted(
    await watch<unknown>(insertMilliseconds, (done) => item.body.prependAsync(data, { coercionType }, answerTo(done))),
  );
}

async function openCompose(item: ComposeItem, key: ItemKey, signal: AbortSignal): Promise<OpenItem> {
  const [subject, to, cc] = await Promise.all([
    read<string>((done) => item.subject.getAsync(answerTo(done)), "", signal),
    read<Office.EmailAddressDetails[]>((done) => item.to.getAsync(answerTo(done)), [], signal),
    read<Office.EmailAddressDetails[]>((done) => item.cc.getAsync(answerTo(done)), [], signal),
  ]);
  const recipients = { to: people(to), cc: people(cc) };
  return { key, mode: "compose", subject, from: null, receivedAt: null, reply: recipients, replyAll: recipients };
}

/** In a reply being written, the mail to answer is the quoted one, and its sender is the first recipient. */
async function composeFields(item: ComposeItem, body: Message["body"], signal: AbortSignal): Promise<Message> {
  const open = await openCompose(item, "", signal);
  const from = open.reply.to[0];
  return {
    ...(item.conversationId ? { conversationId: item.conversationId } : {}),
    subject: open.subject,
    ...(from ? { from } : {}),
    body,
  };
}

async function read<T>(
  start: (done: (answer: AsyncAnswer<T>) => void) => void,
  otherwise: T,
  signal: AbortSignal,
): Promise<T> {
  const outcome = await watch<T>(headerMilliseconds, start, signal);
  return outcome.kind === "ok" ? (outcome.value ?? otherwise) : otherwise;
}

function header(headers: Record<string, string>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function person(details: Office.EmailAddressDetails | null | undefined): Person | null {
  return details ? { name: details.displayName ?? "", address: details.emailAddress ?? "" } : null;
}

function people(list: readonly Office.EmailAddressDetails[] | null | undefined): Person[] {
  return (list ?? []).flatMap((details) => person(details) ?? []);
}

function attachments(item: ReadItem): Attachment[] {
  return (item.attachments ?? [])
    .filter((file) => !file.isInline)
    .map((file) => ({ name: file.name, contentType: file.contentType ?? "", size: file.size }));
}
