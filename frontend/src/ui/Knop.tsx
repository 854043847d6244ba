import { Button, type ButtonProps } from "react-aria-components";
import stijl from "./Knop.module.css";

type Props = Omit<ButtonProps, "className" | "style"> & {
  soort?: "gewoon" | "vol" | "stil" | "gevaar";
  /** A filter that is on. */
  aan?: boolean;
};

export function Knop({ soort = "gewoon", aan, ...rest }: Props) {
  return (
    <Button
      {...rest}
      aria-pressed={aan}
      className={`${stijl.knop} ${stijl[soort]} ${aan ? stijl.aan : ""}`}
    />
  );
}

type IconProps = Omit<Props, "children" | "aria-label"> & { naam: string; children: React.ReactNode };

/** A button of one icon: `naam` is what it does, for who does not see the icon. */
export function IconKnop({ naam, soort = "stil", aan, children, ...rest }: IconProps) {
  return (
    <Button
      {...rest}
      aria-label={naam}
      aria-pressed={aan}
      className={`${stijl.knop} ${stijl[soort]} ${stijl.icoon} ${aan ? stijl.aan : ""}`}
    >
      {children}
    </Button>
  );
}
