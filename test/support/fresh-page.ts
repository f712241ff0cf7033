/**
 * Setup of every test file that uses the page. Earlier files have used the same one, so this removes whatever they drew,
 * stored or replaced.
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

// Animations move nothing here and reject when they are cancelled, so these tests run without them.
Object.assign(Element.prototype, { animate: undefined });

// On a busy machine, what a test waits for may take longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 });
