package kept.promises.hearing;

/// The forms of a verb that we tell apart: send, sends, sending, sent.
enum Form {
  PLAIN,
  THIRD,
  DOING,
  DONE
}
