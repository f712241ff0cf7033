/** How the lines of a lane are drawn in every strip, by the lane's index: lanes are told apart without colour. */
export const LANE_DASHES = ["none", "7 4", "2 3", "9 3 2 3", "14 4"] as const;
