/** The control of one setting, according to its kind. It acts on all lanes, or on the selected one. */
import type { JSX } from "react";
import type { Param, ParamValue } from "../../../params/index.ts";
import { ownValueAt, shownValue } from "../../../store/index.ts";
import { useActions, usePlaygroundState } from "../../playground-context.ts";
import { ChoiceControl } from "./ChoiceControl.tsx";
import { IntControl } from "./IntControl.tsx";

export function Control({ param }: { readonly param: Param }): JSX.Element {
  const actions = useActions();
  const lane = usePlaygroundState((state) => state.selected);
  const value = usePlaygroundState((state) => shownValue(state, lane, param));
  const own = usePlaygroundState(({ catalogue, experiment, position }) =>
    ownValueAt(catalogue, experiment, lane, param, position.timeMs),
  );
  const set = (next: ParamValue, gesture = false) =>
    actions.setValue(lane, param.key, next, gesture);
  switch (param.kind) {
    case "int":
      return (
        <IntControl
          param={param}
          value={Number(value)}
          initial={Number(own)}
          onChange={set}
          onReset={() => actions.resetValue(lane, param.key)}
        />
      );
    case "choice":
      return <ChoiceControl param={param} value={String(value)} onChange={set} />;
  }
}
