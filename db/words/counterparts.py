"""Words of national bodies and the county's bureaus."""

PLACEHOLDER = "有关"  # 省级有关部门, 有关省级部门: no body has it in its name
