package consumer;

record Car(String make, int seats) {}
