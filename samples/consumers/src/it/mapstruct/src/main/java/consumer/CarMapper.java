package consumer;

import java.util.List;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.factory.Mappers;

@Mapper
interface CarMapper {
  CarMapper INSTANCE = Mappers.getMapper(CarMapper.class);

  @Mapping(target = "seatCount", source = "car.seats")
  @Mapping(target = "owner", source = "owner")
  CarView toView(Car car, String owner);

  List<Label> toLabels(List<Car> cars, @Context List<String> log);

  void update(@MappingTarget Label label, Car car);

  default Label toLabel(Car car, @Context List<String> log) {
    log.add(car.make());
    var label = new Label();
    update(label, car);
    return label;
  }
}
