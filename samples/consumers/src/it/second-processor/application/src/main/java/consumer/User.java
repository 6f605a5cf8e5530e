package consumer;

import consumer.processor.Keyed;

@Keyed
record User(String name, int age) {}
