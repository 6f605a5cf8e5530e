package consumer;

record CarView(String make, int seatCount, String owner) {}
