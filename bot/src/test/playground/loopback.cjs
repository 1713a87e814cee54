// Loaded before the Playground, which would listen on every address of the machine and has no
// option against it: makes every TCP server of the process listen on 127.0.0.1 only.
"use strict";
const { Server } = require("node:net");

const LOOPBACK = "127.0.0.1";
const listen = Server.prototype.listen;

Server.prototype.listen = function (where, ...rest) {
  if (where !== null && typeof where === "object") {
    return listen.call(this, { ...where, host: LOOPBACK }, ...rest);
  }
  const withoutHost = rest.filter((argument) => typeof argument !== "string");
  return listen.call(this, Number(where), LOOPBACK, ...withoutHost);
};
