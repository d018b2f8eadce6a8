// The engine beside the page.
import { answer } from "./answer.js";

onmessage = async ({ data: { id, question } }) => postMessage({ id, ...await answer(question) });
