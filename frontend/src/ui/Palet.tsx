import { IconSearch } from "@tabler/icons-react";
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import stijl from "./Palet.module.css";

export type Paletregel = { id: string; tekst: string; inhoud: React.ReactNode };
export type Paletgroep = { id: string; kop?: React.ReactNode; regels: Paletregel[] };

type Props = {
  titel: string;
  plaatshouder: string;
  getypt: string;
  opTyp: (tekst: string) => void;
  groepen: Paletgroep[];
  /** Above the list, for example what was looked for instead. */
  boven?: React.ReactNode;
  /** When there is nothing to choose. */
  leeg: React.ReactNode;
  opKies: (id: string) => void;
  opSluit: () => void;
};

/** Over the page: type, choose with the arrows, Enter. */
export function Palet({ titel, plaatshouder, getypt, opTyp, groepen, boven, leeg, opKies, opSluit }: Props) {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && opSluit()} className={stijl.waas}>
      <Modal className={stijl.venster}>
        <Dialog className={stijl.dialoog}>
          <Heading slot="title" level={2} className="alleen-voorlezen">
            {titel}
          </Heading>
          <Autocomplete inputValue={getypt} onInputChange={opTyp}>
            <SearchField aria-label={titel} autoFocus className={stijl.veld}>
              <IconSearch size={20} aria-hidden />
              <Input
                placeholder={plaatshouder}
                maxLength={200}
                className={stijl.invoer}
                onKeyDown={(toets) => {
                  // What was typed before the field had the focus points at nothing yet: Enter is for the first.
                  const wijst = toets.currentTarget.hasAttribute("aria-activedescendant");
                  const eerste = groepen[0]?.regels[0];
                  if (toets.key === "Enter" && !wijst && eerste) opKies(eerste.id);
                }}
              />
            </SearchField>
            {boven}
            {/* Who has no arrow keys at hand can scroll it. */}
            <div className={stijl.vlak} role="group" aria-label="Gevonden" tabIndex={0}>
              <ListBox
                aria-label="Om te kiezen"
                className={stijl.lijst}
                selectionMode="none"
                onAction={(id) => opKies(String(id))}
                renderEmptyState={() => <div className={stijl.leeg}>{leeg}</div>}
              >
                {groepen.map(({ id, kop, regels }) => (
                  <ListBoxSection key={id} id={id}>
                    {kop && <Header className={stijl.kop}>{kop}</Header>}
                    {regels.map((regel) => (
                      <ListBoxItem
                        key={regel.id}
                        id={regel.id}
                        textValue={regel.tekst}
                        className={stijl.regel}
                      >
                        {regel.inhoud}
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                ))}
              </ListBox>
            </div>
          </Autocomplete>
          <p className={stijl.hulp}>
            <kbd>↑</kbd> <kbd>↓</kbd> kiezen, <kbd>Enter</kbd> openen, <kbd>Esc</kbd> sluiten
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
