// The engine beside the page.
import { answer } from "./answer.js";

onmessage = async ({ data }) => postMessage(await answer(data));
