/** Every page is reached from every other, in the language of the person. */
import { pageLinks } from "../../../addin/src/admin/page-links";

describe("links between the pages of an administrator", () => {
  it("lead to every page, mark the open one, and speak the person's language", () => {
    const nav = pageLinks("privacy", "de-AT");
    const links = [...nav.querySelectorAll("a")];
    expect(links).toHaveLength(9);
    expect(new Set(links.map((link) => link.getAttribute("href"))).size).toBe(9);
    expect(nav.querySelector("[aria-current=page]")?.textContent).toBe("Datenschutz");
    expect(nav.querySelectorAll("[aria-current]")).toHaveLength(1);
  });

  it("speak English where the language is not known", () => {
    expect([...pageLinks("review", "xx").querySelectorAll("a")].map((link) => link.textContent)).toContain("Reports");
    expect(pageLinks("review", "").getAttribute("aria-label")).toBe("Pages");
  });
});
