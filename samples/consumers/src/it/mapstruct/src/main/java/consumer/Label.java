package consumer;

public class Label {
  private String make = "";

  public String getMake() {
    return make;
  }

  public void setMake(String make) {
    this.make = make;
  }
}
