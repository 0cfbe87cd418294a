package kept.line.rtp;

/// Somebody who hears what a leg's party says. Told on that leg's selector loop.
interface Listener {
  /// The packet that was heard lies in `scratch`, and stays as it is for those who come after.
  void hear(MediaLeg from, Scratch scratch);

  /// The party is gone.
  void lose(MediaLeg leg);
}
