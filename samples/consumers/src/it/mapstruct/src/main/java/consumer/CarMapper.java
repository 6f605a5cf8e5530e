package consumer;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface CarMapper {
  @Mapping(target = "seatCount", source = "seats")
  CarView toView(Car car);
}
