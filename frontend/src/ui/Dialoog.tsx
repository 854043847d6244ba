import { IconX } from "@tabler/icons-react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconKnop } from "./Knop";
import stijl from "./Dialoog.module.css";

type Props = {
  titel: string;
  open: boolean;
  opSluit: () => void;
  children: React.ReactNode;
  /** False when closing would leave the page useless, as when one has to sign in again. */
  sluitbaar?: boolean;
  vorm?: "midden" | "zij";
};

export function Dialoog({ titel, open, opSluit, children, sluitbaar = true, vorm = "midden" }: Props) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(nu) => !nu && opSluit()}
      isDismissable={sluitbaar}
      isKeyboardDismissDisabled={!sluitbaar}
      className={`${stijl.waas} ${stijl[vorm]}`}
    >
      <Modal className={stijl.venster}>
        <Dialog className={stijl.dialoog}>
          <header className={stijl.kop}>
            <Heading slot="title" level={2}>
              {titel}
            </Heading>
            {sluitbaar && (
              <IconKnop naam="Sluiten" onPress={opSluit}>
                <IconX size={20} aria-hidden />
              </IconKnop>
            )}
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
