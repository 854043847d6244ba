import { IconCheck } from "@tabler/icons-react";
import { Checkbox, type CheckboxProps } from "react-aria-components";
import stijl from "./Veld.module.css";

type Props = Omit<CheckboxProps, "className" | "style" | "children"> & { children: React.ReactNode };

export function Vinkje({ children, ...rest }: Props) {
  return (
    <Checkbox {...rest} className={stijl.vinkje!}>
      {({ isSelected }) => (
        <>
          <span className={stijl.hok}>{isSelected && <IconCheck size={16} stroke={3} aria-hidden />}</span>
          <span>{children}</span>
        </>
      )}
    </Checkbox>
  );
}
