"""An ONNX graph under construction: constants and operators, each with the name that its output goes by.

Only operators of the ONNX standard, so that the file is no runtime's own. Refuses a name given twice.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

_OPSET = 20
_IR_VERSION = 9
_PRODUCER = "pinpoint"

Attribute = int | float | str | Sequence[int]
Axes = Sequence[str | int]
"""A name for an axis of any size, a number for one of that size."""


class Graph:
    """Collects operators; every method gives back the name under which its output is found."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._constants: list[onnx.TensorProto] = []
        self._operators: list[onnx.NodeProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """An array that is part of the file."""
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), self._new(name)))
        return name

    def apply(self, operator: str, inputs: Sequence[str], name: str, attributes: Mapping[str, Attribute] | None = None) -> str:
        """One operator with one output."""
        return self.split(operator, inputs, [name], attributes)[0]

    def split(
        self,
        operator: str,
        inputs: Sequence[str],
        names: Sequence[str],
        attributes: Mapping[str, Attribute] | None = None,
    ) -> Sequence[str]:
        """One operator with several outputs."""
        outputs = [self._new(name) for name in names]
        self._operators.append(helper.make_node(operator, inputs, outputs, name=names[0], **(attributes or {})))
        return outputs

    def cast(self, value: str, name: str) -> str:
        """The value in float32."""
        return self.apply("Cast", [value], name, {"to": TensorProto.FLOAT})

    def small(self, value: str, name: str) -> str:
        """The value, from 0 to 255, in bytes."""
        return self.apply("Cast", [value], name, {"to": TensorProto.UINT8})

    def finish(self, title: str, inputs: Mapping[str, Axes], outputs: Mapping[str, Axes]) -> bytes:
        """The file's bytes; `inputs` are int64 and `outputs` float32, each with the names or sizes of its axes."""
        graph = helper.make_graph(
            self._operators,
            title,
            [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name, axes in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, axes) for name, axes in outputs.items()],
            self._constants,
        )
        model = helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", _OPSET)],
            ir_version=_IR_VERSION,
            producer_name=_PRODUCER,
        )
        onnx.checker.check_model(model)
        written: bytes = model.SerializeToString(deterministic=True)
        return written

    def _new(self, name: str) -> str:
        if name in self._names:
            raise ValueError(f"The graph has two values named {name!r}.")
        self._names.add(name)
        return name
