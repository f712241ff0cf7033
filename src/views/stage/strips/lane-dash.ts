/** The dashes of a lane's lines in every strip, by the lane's index, so that lanes can be told apart without colour. */
export const LANE_DASHES = ["none", "7 4", "2 3", "9 3 2 3", "14 4"] as const;
