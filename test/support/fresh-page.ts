/**
 * Set up for every test file with a page, which others have used before: nothing is drawn or stored, and
 * nothing is replaced.
 */
import { configure } from "@testing-library/react";
import { vi } from "vitest";

vi.useRealTimers();
vi.restoreAllMocks();
vi.unstubAllGlobals();
localStorage.clear();
sessionStorage.clear();
document.body.replaceChildren();
history.replaceState(null, "", "/");

// Its animations move nothing, and reject when they are cancelled: to these tests the browser has none.
Object.assign(Element.prototype, { animate: undefined });

// What is waited for comes, but on a busy machine not within the second that is the default.
configure({ asyncUtilTimeout: 10_000 });
