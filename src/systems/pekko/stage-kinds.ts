import { Stage } from "./stage.ts";

/** A stage with one outlet only. */
export abstract class SourceStage<Out> extends Stage {
  protected override push(element: Out): void {
    super.push(element);
  }
}

/** A stage with one inlet and one outlet. */
export abstract class FlowStage<In, Out> extends Stage {
  protected grab(): In {
    return this.grabFrom(0) as In;
  }

  protected override push(element: Out): void {
    super.push(element);
  }
}

/** A stage with one inlet only. */
export abstract class SinkStage<In> extends Stage {
  protected grab(): In {
    return this.grabFrom(0) as In;
  }
}

/** A stage with two inlets and one outlet. */
export abstract class FanInStage<In0, In1, Out> extends Stage {
  protected grab0(): In0 {
    return this.grabFrom(0) as In0;
  }

  protected grab1(): In1 {
    return this.grabFrom(1) as In1;
  }

  protected override push(element: Out): void {
    super.push(element);
  }
}
