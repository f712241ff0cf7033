/** Settings: each is declared once, and always within its range. */
export { clampParam, defaultsOf, isAllowed } from "./allowed.ts";
export { choiceParam, intParam } from "./declare.ts";
export { type Intervention, isSameIntervention, sameInterventions } from "./intervention.ts";
export type {
  ChangeEffect,
  Choice,
  ChoiceParam,
  IntParam,
  Param,
  ParamValue,
  Unit,
  Values,
  ValuesOf,
} from "./param.ts";
export {
  type ParamProblem,
  type ParamReading,
  readParam,
  writeParam,
} from "./read.ts";
export { plainNumber } from "./typed-number.ts";
