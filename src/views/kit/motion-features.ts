/** The part of framer-motion that animates; loaded after the picture. */
export { domAnimation as features } from "framer-motion";
