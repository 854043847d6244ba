import { IconEye, IconEyeCheck } from "@tabler/icons-react";
import { Knop } from "~/ui/Knop";
import { useVolgen } from "./useVolgen";

/** Follows what is on the screen: a message when somebody else changes something about it. */
export function VolgKnop({ id }: { id: string }) {
  const { gevolgd, volg } = useVolgen();
  if (!gevolgd) return null;
  const volgt = gevolgd.some(({ onderwerp }) => onderwerp.id === id);
  const Icoon = volgt ? IconEyeCheck : IconEye;
  return (
    <Knop aan={volgt} onPress={() => void volg(id, !volgt)}>
      <Icoon size={17} aria-hidden />
      {volgt ? "Je volgt dit" : "Volgen"}
    </Knop>
  );
}
