/** What of a mail is sent: the quoted mail in compose mode, the deciding headers, never an empty or oversized body. */
import { parseHeaders } from "../../../addin/src/outlook/mail-headers";
import { bodyCharacterLimit, bodyToAnswer, hasText, withinLimit } from "../../../addin/src/outlook/message-body";
import { quotedMail } from "../../../addin/src/outlook/quoted-mail";

const textOf = (html: string | null) =>
  html === null ? null : new DOMParser().parseFromString(html, "text/html").body.textContent?.trim();

describe("the mail that a reply answers", () => {
  it.each([
    ['<p>mine</p><hr><div id="divRplyFwdMsg">From: Ana</div><div>How long?</div>'],
    ['<p>mine</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>From: Ana</p></div><p>How long?</p>'],
    [
      '<p>mine</p><div class="gmail_quote"><div class="gmail_attr">Ana wrote:</div><blockquote>How long?</blockquote></div>',
    ],
    ["<p>mine</p><blockquote type='cite'>How long?</blockquote>"],
  ])("is found in %s", (html) => {
    expect(textOf(quotedMail(html))).toBe("How long?");
  });

  it("loses its own quotation marks, but what it quotes stays quoted", () => {
    const found = quotedMail("<p>mine</p><blockquote>new<blockquote>old</blockquote></blockquote>");
    expect(found).toBe("<div>new<blockquote>old</blockquote></div>");
  });

  it("is absent from a new mail", () => {
    expect(quotedMail("<p>only mine</p>")).toBeNull();
  });
});

it("keeps the headers that decide about replying, unfolded, and no others", () => {
  const raw = "Received: from x\r\nList-Id: Weekly\r\n <weekly.x>\r\nAuto-Submitted: auto-replied\r\nX-Secret: y\r\n";
  expect(parseHeaders(raw)).toEqual({ "List-Id": "Weekly <weekly.x>", "Auto-Submitted": "auto-replied" });
});

it("knows a body without text", () => {
  expect(hasText("<p>&nbsp;\u200b</p><img src=x><style>p{}</style>")).toBe(false);
  expect(hasText("<p>a</p>")).toBe(true);
});

it("drops embedded pictures first when a mail is too large", () => {
  const html = `<p>How long?</p><img src="data:image/png;base64,${"A".repeat(bodyCharacterLimit)}">`;
  expect(withinLimit(html)).toBe('<p>How long?</p><img src="">');
});

it("answers the quoted part of a plain-text reply, and a new mail as it stands", () => {
  const reply = "My words<br>-- <br>Me<br>&gt; How long?<br>&gt; &gt; older";
  expect(bodyToAnswer(reply, true)).toEqual({ contentType: "text", content: "How long?\n> older" });
  expect(bodyToAnswer("<p>How long?</p>", true)).toEqual({ contentType: "html", content: "<p>How long?</p>" });
  expect(bodyToAnswer("<p> </p>", false)).toBeNull();
});
