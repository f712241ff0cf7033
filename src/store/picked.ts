/** The element that a person has picked. */
import type { PickedElement, PlaygroundState } from "./contract.ts";

/** The picked element; null if there is none, or if its run is no longer on the page. */
export function pickedOf({
  picked,
  recordings,
}: Pick<PlaygroundState, "picked" | "recordings">): PickedElement | null {
  return picked !== null && recordings[picked.lane] === picked.of ? picked : null;
}
