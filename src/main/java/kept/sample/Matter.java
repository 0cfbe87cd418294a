package kept.sample;

import kept.conversations.Channel;

/// A conversation before it is opened: with whom, by what, about what.
record Matter(String customer, Channel channel, String title) {}
