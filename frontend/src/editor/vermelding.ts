import Mention from "@tiptap/extension-mention";
import type { SuggestionKeyDownProps, SuggestionProps } from "@tiptap/suggestion";

/** Something that can be mentioned: a gemeente, a gremium, a task, a contract, a word of the hub, another agreement. */
export type Noembaar = { id: string; naam: string; soort: string; naar: string };

const AANTAL = 8;

export function zoekNoembaar(alles: Noembaar[], vraag: string): Noembaar[] {
  const woorden = vraag.toLowerCase().split(/\s+/).filter(Boolean);
  const past = ({ naam }: Noembaar) => woorden.every((woord) => naam.toLowerCase().includes(woord));
  return alles.filter(past).slice(0, AANTAL);
}

/** The list under the cursor. Plain DOM: the editor keeps the focus while one chooses with the arrows. */
function maakLijst() {
  let lijst: HTMLUListElement | undefined;
  let laatste: SuggestionProps<Noembaar> | undefined;
  let index = 0;

  function teken(props: SuggestionProps<Noembaar>) {
    laatste = props;
    index = Math.min(index, Math.max(props.items.length - 1, 0));
    if (!lijst) return;
    const regels = props.items.map((item, i) => {
      const regel = document.createElement("li");
      regel.role = "option";
      regel.id = `noembaar-${i}`;
      regel.ariaSelected = String(i === index);
      const soort = document.createElement("span");
      soort.textContent = item.soort;
      regel.append(item.naam, soort);
      regel.addEventListener("mousedown", (event) => {
        event.preventDefault();
        props.command(item);
      });
      return regel;
    });
    if (regels.length === 0) {
      const leeg = document.createElement("li");
      leeg.textContent = "Niets gevonden";
      regels.push(leeg);
    }
    lijst.replaceChildren(...regels);
    regels[index]?.scrollIntoView?.({ block: "nearest" });
    const vak = props.clientRect?.();
    if (!vak) return;
    lijst.style.left = `${Math.min(vak.left, window.innerWidth - 280)}px`;
    lijst.style.top = `${vak.bottom + 4}px`;
    props.editor.view.dom.setAttribute("aria-activedescendant", `noembaar-${index}`);
  }
  function weg(props?: SuggestionProps<Noembaar>) {
    lijst?.remove();
    lijst = undefined;
    props?.editor.view.dom.removeAttribute("aria-activedescendant");
  }
  return {
    onStart(props: SuggestionProps<Noembaar>) {
      index = 0;
      lijst = document.createElement("ul");
      lijst.className = "noembaar";
      lijst.role = "listbox";
      lijst.ariaLabel = "Noem een gemeente, gremium, taak, contract, begrip of afspraak";
      document.body.append(lijst);
      teken(props);
    },
    onUpdate: teken,
    onExit: weg,
    onKeyDown({ event }: SuggestionKeyDownProps) {
      if (!laatste || !lijst) return false;
      const { items } = laatste;
      if (event.key === "Escape") {
        weg(laatste);
        return true;
      }
      if (items.length === 0) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        index = (index + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
        teken(laatste);
        return true;
      }
      if (event.key === "Enter" || event.key === "Tab") {
        laatste.command(items[index]!);
        return true;
      }
      return false;
    },
  };
}

/** A mention stays linked: the key stands in the text, the name is looked up when it is shown. */
export function vermeldingen(alles: () => Noembaar[]) {
  return Mention.extend({
    name: "vermelding",
    addAttributes: () => ({ id: { default: "" }, label: { default: "" } }),
    parseHTML: () => [{ tag: "a[data-vermelding]" }],
    renderHTML({ node }) {
      const { id, label } = node.attrs as { id: string; label: string };
      const bekend = alles().find((een) => een.id === id);
      const naam = bekend?.naam ?? label;
      return [
        "a",
        { "data-vermelding": id, class: "vermelding", ...(bekend && { href: bekend.naar }) },
        naam,
      ];
    },
    renderText: ({ node }) => node.attrs.label as string,
  }).configure({
    suggestion: {
      char: "@",
      items: ({ query }: { query: string }) => zoekNoembaar(alles(), query),
      render: maakLijst,
      command({ editor, range, props }) {
        const { id, naam } = props as unknown as Noembaar;
        const vermelding = { type: "vermelding", attrs: { id, label: naam } };
        editor
          .chain()
          .focus()
          .insertContentAt(range, [vermelding, { type: "text", text: " " }])
          .run();
      },
    },
  });
}
