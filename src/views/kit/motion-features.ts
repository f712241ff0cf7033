/** What framer-motion needs to animate; loaded after the picture is there. */
export { domAnimation as features } from "framer-motion";
