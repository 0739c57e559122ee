// The board: whatever the server says it shows now.
"use strict";

const board = document.getElementById("board");
trctl.follow(board.dataset.stream, {
  board: ({ now, html }) => {
    trctl.setClock(now);
    trctl.update(board, html);
  },
});
