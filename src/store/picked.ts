/** The element that somebody has picked. */
import type { PickedElement, PlaygroundState } from "./contract.ts";

/** The picked element; null if there is none, or if its run is another by now. */
export function pickedOf({
  picked,
  recordings,
}: Pick<PlaygroundState, "picked" | "recordings">): PickedElement | null {
  return picked !== null && recordings[picked.lane] === picked.of ? picked : null;
}
